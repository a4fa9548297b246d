import type { PlanLevel, PlanRowInput, PlanRowShown, PlanVersionRow } from "@ccp/contract";
import type { PlanDocument } from "./plan-versions.store.ts";

const toVersionRow = (row: PlanRowShown): PlanVersionRow => {
  const { id, name } = row.kind === "target" ? row.target : row.group;
  const { kind, priority, weight, enabled, revenue, hours, ringTimeoutSeconds } = row;
  return { kind, of: { id, name }, priority, weight, enabled, revenue, hours, ringTimeoutSeconds };
};

/** What the plan itself says, without how its targets stand. */
export const toPlanDocument = (
  rows: readonly PlanRowShown[],
  strategies: readonly PlanLevel[],
): PlanDocument => ({ items: rows.map(toVersionRow), strategies: [...strategies] });

/** The rows that would publish the document again. */
export const toRowInputs = ({ items }: Pick<PlanDocument, "items">): PlanRowInput[] =>
  items.map(({ of, kind, ...row }) =>
    kind === "target" ? { kind, targetId: of.id, ...row } : { kind, groupId: of.id, ...row },
  );
