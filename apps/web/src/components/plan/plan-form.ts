import {
  planAgentInput,
  planRowKeys,
  planTargetInput,
  type PlanLevel,
  type PlanRowInput,
  type PlanRows,
  type PlanRowShown,
} from "@ccp/contract";
import { strategies } from "@ccp/engine";
import { z } from "zod";
import { toTypedExpectation, typedExpectation } from "#lib/typed-expectation.ts";
import { numberText } from "#lib/typed-fields.ts";
import type { PlanRow, RowOf } from "./plan.ts";

const { shape } = planTargetInput;

const { shape: agentShape } = planAgentInput;

const row = z
  .strictObject({
    key: z.string(),
    kind: z.enum(["target", "group", "agent", "agent-group"]),
    id: z.string(),
    priority: numberText(shape.priority.unwrap()),
    weight: numberText(shape.weight.unwrap()),
    enabled: z.boolean(),
    revenue: shape.revenue.unwrap(),
    hours: shape.hours.unwrap(),
    ringTimeoutSeconds: shape.ringTimeoutSeconds.unwrap(),
    dialAttemptsMax: shape.dialAttemptsMax.unwrap(),
    filter: shape.filter.unwrap(),
    concurrencyMax: shape.concurrencyMax.unwrap(),
    skills: agentShape.skills.unwrap(),
  })
  .transform((typed): PlanRowInput => {
    const { key: _, kind, id, revenue, concurrencyMax, skills, ...place } = typed;
    switch (kind) {
      case "target":
        return { kind, targetId: id, revenue, concurrencyMax, ...place };
      case "group":
        return { kind, groupId: id, revenue, concurrencyMax, ...place };
      case "agent":
        return { kind, agentId: id, skills, ...place };
      case "agent-group":
        return { kind, agentGroupId: id, skills, ...place };
    }
  });

const toId = (input: PlanRowInput): unknown => input[planRowKeys[input.kind] as keyof PlanRowInput];

const typedLevel = z.object({ strategy: z.enum(strategies), expectation: typedExpectation });

/** The strategy of a priority as it is typed. */
export type TypedLevel = z.input<typeof typedLevel>;

/** What a priority goes by that says nothing. */
export const weightedLevel: TypedLevel = { strategy: "weighted", expectation: toTypedExpectation(null) };

/** The plan as it is typed; strategies by priority, those of priorities without rows being left out. */
export const planForm = z.strictObject({
  items: z.array(row).superRefine((items, check) => {
    for (const [index, item] of items.entries()) {
      const isRepeated = items
        .slice(0, index)
        .some((other) => toId(other) === toId(item) && other.priority === item.priority);
      if (!isRepeated) continue;
      const message = `This ${item.kind.replace("-", " ")} has this priority already.`;
      check.addIssue({ code: "custom", path: [index, "priority"], message });
    }
  }),
  strategies: z.record(z.string(), typedLevel).transform((byPriority): PlanLevel[] =>
    Object.entries(byPriority).map(([priority, { strategy, expectation }]) => ({
      priority: Number(priority),
      strategy,
      ...(strategy === "best-expected-revenue" && { expectation }),
    })),
  ),
});

export type PlanBody = z.output<typeof planForm>;

export type PlanValues = { items: PlanRow[]; strategies: Record<string, TypedLevel> };

/** Whom a row is for, as the form holds it. */
export const toRowOf = (shown: PlanRowShown): RowOf => {
  const { kind } = shown;
  return { kind, id: toShownNoun(shown).id };
};

/** The target, agent or group that a row is for. */
export const toShownNoun = (shown: PlanRowShown): { id: string; name: string } => {
  switch (shown.kind) {
    case "target":
      return shown.target;
    case "agent":
      return shown.agent;
    case "group":
    case "agent-group":
      return shown.group;
  }
};

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
      revenue: "revenue" in shown ? shown.revenue : null,
      hours: shown.hours,
      ringTimeoutSeconds: shown.ringTimeoutSeconds,
      filter: shown.filter,
      concurrencyMax: "concurrencyMax" in shown ? shown.concurrencyMax : null,
      skills: "skills" in shown ? shown.skills : [],
      dialAttemptsMax: shown.dialAttemptsMax,
    })),
    strategies: Object.fromEntries(
      levels.map(({ priority, strategy, expectation }) => [
        String(priority),
        { strategy, expectation: toTypedExpectation(expectation) },
      ]),
    ),
  };
};

/** The levels that have rows; a strategy that nothing goes by is not kept. */
export const keepUsed = (levels: readonly PlanLevel[], items: readonly { priority: number }[]): PlanLevel[] =>
  levels.filter(({ priority }) => items.some((item) => item.priority === priority));
