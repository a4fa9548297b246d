import type { PlanLevel, PlanRowInput, PlanRowShown, PlanVersionRow } from "@ccp/contract";
import type { PlanDocument } from "./plan-versions.store.ts";

const toWhom = (row: PlanRowShown): { id: string; name: string } => {
  switch (row.kind) {
    case "target":
      return row.target;
    case "agent":
      return row.agent;
    case "group":
    case "agent-group":
      return row.group;
  }
};

const toVersionRow = (row: PlanRowShown): PlanVersionRow => {
  const { id, name } = toWhom(row);
  const { kind, priority, weight, enabled, hours, ringTimeoutSeconds, dialAttemptsMax, filter } = row;
  const overrides = { hours, ringTimeoutSeconds, dialAttemptsMax, filter };
  const place = { kind, of: { id, name }, priority, weight, enabled, ...overrides };
  return row.kind === "agent" || row.kind === "agent-group"
    ? { ...place, revenue: null, concurrencyMax: null, skills: row.skills }
    : { ...place, revenue: row.revenue, concurrencyMax: row.concurrencyMax };
};

/** What the plan itself says, without how its targets stand. */
export const toPlanDocument = (
  rows: readonly PlanRowShown[],
  strategies: readonly PlanLevel[],
): PlanDocument => ({ items: rows.map(toVersionRow), strategies: [...strategies] });

/** The rows that would publish the document again. */
export const toRowInputs = ({ items }: Pick<PlanDocument, "items">): PlanRowInput[] =>
  items.map(({ of: { id }, kind, revenue, concurrencyMax, skills = [], ...row }) => {
    switch (kind) {
      case "target":
        return { kind, targetId: id, revenue, concurrencyMax, ...row };
      case "group":
        return { kind, groupId: id, revenue, concurrencyMax, ...row };
      case "agent":
        return { kind, agentId: id, skills, ...row };
      case "agent-group":
        return { kind, agentGroupId: id, skills, ...row };
    }
  });
