import type { PlanRow } from "#book.ts";
import type { Mark } from "#strategy/recency.ts";

/** What makes a row's target an agent: a person of the account, who takes calls and owes nothing for them. */
export type AgentTerms = {
  /** After a conversation it is offered no call for so long, in seconds. */
  wrapUpSeconds: number;
  /** Skills that the row asks for and the agent does not have; absent where it has them all. */
  lacks?: readonly string[];
};

/** What a person last said of an agent: whether it takes calls. */
export type Presence = "available" | "away";

/** What is known of an agent besides its calls in progress. */
export type AgentNumbers = {
  presence: Presence;
  /** When that was said, epoch ms; 0 where nobody ever said anything, and then the agent is away. */
  since: number;
  /** When its last conversation ended, epoch ms; 0 for never. */
  talkedAt: number;
};

/** How an agent stands; `until` is when a wrap-up ends by itself, epoch ms. */
export type AgentStatus =
  | { kind: "available" | "on-a-call" | "away"; until: null }
  | { kind: "wrap-up"; until: number };

export const toAvailableMark = (agentId: string): Mark => `available:${agentId}`;

export const toAwayMark = (agentId: string): Mark => `away:${agentId}`;

/** The mark of the end of an agent's last conversation. */
export const toTalkedMark = (agentId: string): Mark => `talked:${agentId}`;

/** Whether people set the mark, by their word: it stands until they say otherwise. */
export const isPresenceMark = (mark: Mark): boolean =>
  mark.startsWith("available:") || mark.startsWith("away:");

/** The marks from which an agent's numbers are read (`toAgentNumbers`), in this order. */
export const listAgentMarks = (agentId: string): readonly [Mark, Mark, Mark] => [
  toAvailableMark(agentId),
  toAwayMark(agentId),
  toTalkedMark(agentId),
];

/** Of two words of the same moment the careful one counts. */
export const toAgentNumbers = ([
  availableAt = 0,
  awayAt = 0,
  talkedAt = 0,
]: readonly number[]): AgentNumbers =>
  availableAt > awayAt
    ? { presence: "available", since: availableAt, talkedAt }
    : { presence: "away", since: awayAt, talkedAt };

/**
 * When the wrap-up after the last conversation ends, epoch ms; 0 where there is none. Whoever says that an agent is
 * available ends a wrap-up that began before.
 */
export const toWrapUpEnd = (
  { wrapUpSeconds }: Pick<AgentTerms, "wrapUpSeconds">,
  { talkedAt, since }: AgentNumbers,
): number => (talkedAt > since ? talkedAt + wrapUpSeconds * 1000 : 0);

/**
 * How an agent stands at a moment (epoch ms): a function of what is known of it, so no timer has to run for a wrap-up
 * to end. Law: it is offered calls only when available, or on fewer calls than it takes at once.
 */
export const toAgentStatus = (
  terms: Pick<AgentTerms, "wrapUpSeconds">,
  numbers: AgentNumbers & { inUse: number },
  at: number,
): AgentStatus => {
  if (numbers.inUse > 0) return { kind: "on-a-call", until: null };
  if (numbers.presence === "away") return { kind: "away", until: null };
  const until = toWrapUpEnd(terms, numbers);
  return until > at ? { kind: "wrap-up", until } : { kind: "available", until: null };
};

/** What is assumed of an agent of whom nothing was read. */
export const unknownAgent: AgentNumbers = { presence: "away", since: 0, talkedAt: 0 };

/** The rows whose targets are agents, for reading their numbers: in plan order, the fallback is never one. */
export const hasAgents = (rows: readonly PlanRow[]): boolean => rows.some(({ agent }) => agent !== undefined);
