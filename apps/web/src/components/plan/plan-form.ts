import {
  planTargetInput,
  type PlanLevel,
  type PlanRowInput,
  type PlanRows,
  type PlanRowShown,
} from "@ccp/contract";
import { strategies, type Strategy } from "@ccp/engine";
import { z } from "zod";
import { numberText } from "#lib/typed-fields.ts";
import type { PlanRow, RowOf } from "./plan.ts";

const { shape } = planTargetInput;

const row = z
  .strictObject({
    key: z.string(),
    kind: z.enum(["target", "group"]),
    id: z.string(),
    priority: numberText(shape.priority.unwrap()),
    weight: numberText(shape.weight.unwrap()),
    enabled: z.boolean(),
    revenue: shape.revenue.unwrap(),
    hours: shape.hours.unwrap(),
    ringTimeoutSeconds: shape.ringTimeoutSeconds.unwrap(),
  })
  .transform((typed): PlanRowInput => {
    const { key: _, kind, id, ...rest } = typed;
    return kind === "target" ? { kind, targetId: id, ...rest } : { kind, groupId: id, ...rest };
  });

const toId = (input: PlanRowInput): string => (input.kind === "target" ? input.targetId : input.groupId);

/** The plan as it is typed; strategies by priority, those of priorities without rows being left out. */
export const planForm = z.strictObject({
  items: z.array(row).superRefine((items, check) => {
    for (const [index, item] of items.entries()) {
      const isRepeated = items
        .slice(0, index)
        .some((other) => toId(other) === toId(item) && other.priority === item.priority);
      if (!isRepeated) continue;
      const message = `This ${item.kind} has this priority already.`;
      check.addIssue({ code: "custom", path: [index, "priority"], message });
    }
  }),
  strategies: z
    .record(z.string(), z.enum(strategies))
    .transform((byPriority): PlanLevel[] =>
      Object.entries(byPriority).map(([priority, strategy]) => ({ priority: Number(priority), strategy })),
    ),
});

export type PlanBody = z.output<typeof planForm>;

export type PlanValues = { items: PlanRow[]; strategies: Record<string, Strategy> };

/** Whom a row is for, as the form holds it. */
export const toRowOf = (shown: PlanRowShown): RowOf =>
  shown.kind === "target" ? { kind: "target", id: shown.target.id } : { kind: "group", id: shown.group.id };

/** Of rows for the same one, the second and third are counted. */
const toKeys = (rows: readonly RowOf[]): string[] =>
  rows.map(({ kind, id }, index) => {
    const before = rows.slice(0, index).filter((other) => other.id === id).length;
    return `${kind} ${id} ${before + 1}`;
  });

export const toPlanValues = ({
  items,
  strategies: levels,
}: Pick<PlanRows, "items" | "strategies">): PlanValues => {
  const keys = toKeys(items.map(toRowOf));
  return {
    items: items.map((shown, index) => ({
      key: keys[index] ?? "",
      ...toRowOf(shown),
      priority: String(shown.priority),
      weight: String(shown.weight),
      enabled: shown.enabled,
      revenue: shown.revenue,
      hours: shown.hours,
      ringTimeoutSeconds: shown.ringTimeoutSeconds,
    })),
    strategies: Object.fromEntries(levels.map(({ priority, strategy }) => [String(priority), strategy])),
  };
};

/** The levels that have rows; a strategy that nothing goes by is not kept. */
export const keepUsed = (levels: readonly PlanLevel[], items: readonly { priority: number }[]): PlanLevel[] =>
  levels.filter(({ priority }) => items.some((item) => item.priority === priority));
