import type { PlanRow } from "#book.ts";
import { reasonLetters } from "#reason.ts";
import { toWrapUpEnd, unknownAgent, type AgentNumbers } from "./agent.ts";

/** What keeps the row's agent from every call at present, whatever the call; undefined for a target. */
export const judgePresence = (
  { agent }: PlanRow,
  { presence }: AgentNumbers = unknownAgent,
): string | undefined => {
  if (agent === undefined) return undefined;
  if (agent.lacks !== undefined) return reasonLetters["agent-unskilled"];
  return presence === "away" ? reasonLetters["agent-unavailable"] : undefined;
};

/** What its other calls keep the row's agent from; undefined for a target. `at` is epoch ms. */
export const judgeOccupation = (
  { agent, concurrencyMax }: PlanRow,
  { inUse, numbers = unknownAgent }: { inUse: number; numbers: AgentNumbers | undefined },
  at: number,
): string | undefined => {
  if (agent === undefined) return undefined;
  if (concurrencyMax !== null && inUse >= concurrencyMax) return reasonLetters["agent-busy"];
  return toWrapUpEnd(agent, numbers) > at ? reasonLetters["agent-wrapping-up"] : undefined;
};
