import type { PlanLevel, PlanRowShown } from "@ccp/contract";
import { requireNoDialConversion } from "#modules/targets/require-no-dial-conversion.ts";

/** The targets of a row that ring at once with others, each with the terms that it has by this row. */
const listRinging = (row: PlanRowShown, strategies: readonly PlanLevel[]) => {
  const level = strategies.find(({ priority }) => priority === row.priority)?.strategy;
  // Agents owe nobody anything.
  if (row.kind === "agent" || row.kind === "agent-group") return [];
  const isRung = level === "simultaneous" || (row.kind === "group" && row.group.strategy === "simultaneous");
  if (!isRung) return [];
  const targets = row.kind === "target" ? [row.target] : row.group.members.map(({ target }) => target);
  return targets.map(({ name, revenue }) => ({ name, revenue: row.revenue ?? revenue }));
};

/** Refuses rows by which somebody rings at once with others whose buyer would owe for the dial alone. */
export const requireRings = (
  rows: readonly PlanRowShown[],
  strategies: readonly PlanLevel[],
  toPath: (index: number) => string,
): void =>
  requireNoDialConversion(
    rows.flatMap((row, index) =>
      listRinging(row, strategies).map((target) => ({ target, path: toPath(index) })),
    ),
  );
