import type { PlanRow } from "#book.ts";
import { toSpanText } from "#strategy/span-text.ts";
import { toWrapUpEnd, unknownAgent, type AgentNumbers } from "./agent.ts";

/** An agent as a decision saw it. */
type Seen = { plan: PlanRow; inUse: number; agent: AgentNumbers | null; at: number };

export const describeAway = ({ agent, at }: Seen): string => {
  const { since } = agent ?? unknownAgent;
  return since === 0 ? "was away and had never been available" : `was away for ${toSpanText(at - since)}`;
};

export const describeLacks = ({ plan }: Seen): string => {
  const lacks = plan.agent?.lacks ?? [];
  return `lacked ${lacks.length === 1 ? "a skill" : "skills"} that the row asks for: ${lacks.join(", ")}`;
};

export const describeBusy = ({ plan, inUse }: Seen): string =>
  `was busy (${inUse} of ${plan.concurrencyMax} ${plan.concurrencyMax === 1 ? "call" : "calls"} at once)`;

export const describeWrapUp = ({ plan, agent, at }: Seen): string => {
  const { wrapUpSeconds } = plan.agent ?? { wrapUpSeconds: 0 };
  const left = Math.ceil((toWrapUpEnd({ wrapUpSeconds }, agent ?? unknownAgent) - at) / 1000);
  return `was wrapping up its last call for ${left} s more of ${wrapUpSeconds}`;
};
