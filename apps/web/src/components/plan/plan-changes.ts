import type { PlanLevel, PlanRowShown } from "@ccp/contract";
import { toRowOf, toShownNoun } from "./plan-form.ts";

type Content = { items: readonly PlanRowShown[]; strategies: readonly PlanLevel[] };

/** The same row before and after: for the same one at the same priority. */
const toKey = (row: PlanRowShown): string => `${toRowOf(row).kind} ${toRowOf(row).id} ${row.priority}`;

/** What the row itself says, without how whom it is for stands. */
const toTerms = (row: PlanRowShown): string => {
  const { priority, weight, enabled, hours, ringTimeoutSeconds, dialAttemptsMax, filter } = row;
  const place = { priority, weight, enabled, hours, ringTimeoutSeconds, dialAttemptsMax, filter };
  const own =
    "revenue" in row ? { revenue: row.revenue, concurrencyMax: row.concurrencyMax } : { skills: row.skills };
  return JSON.stringify({ ...place, ...own });
};

const toLevels = ({ strategies }: Content): string =>
  JSON.stringify(
    strategies
      .filter(({ strategy }) => strategy !== "weighted")
      .toSorted((one, other) => one.priority - other.priority),
  );

const toPlaceText = (row: PlanRowShown): string => `${toShownNoun(row).name} at priority ${row.priority}`;

/** In their order, those that stand in the others as well. */
const toKept = (rows: readonly PlanRowShown[], others: ReadonlyMap<string, unknown>): string =>
  rows
    .map(toKey)
    .filter((key) => others.has(key))
    .join();

/** What publishing would change, a sentence each; empty where everything stays as it is. */
export const listPlanChanges = (before: Content, after: Content): string[] => {
  const was = new Map(before.items.map((row) => [toKey(row), row]));
  const is = new Map(after.items.map((row) => [toKey(row), row]));
  const added = after.items.filter((row) => !was.has(toKey(row)));
  const removed = before.items.filter((row) => !is.has(toKey(row)));
  const changed = after.items.filter((row) => {
    const former = was.get(toKey(row));
    return former !== undefined && toTerms(former) !== toTerms(row);
  });
  const isMoved = toKept(before.items, is) !== toKept(after.items, was);
  return [
    ...added.map((row) => `Adds ${toPlaceText(row)}`),
    ...removed.map((row) => `Takes out ${toPlaceText(row)}`),
    ...changed.map((row) => `Changes ${toPlaceText(row)}`),
    ...(isMoved ? ["Changes the order of rows"] : []),
    ...(toLevels(before) === toLevels(after) ? [] : ["Changes how targets of a priority are picked"]),
  ];
};
