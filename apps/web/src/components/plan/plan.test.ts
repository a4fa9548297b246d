import { array, assert, integer, nat, property, record } from "fast-check";
import { expect, test } from "vitest";
import { addRow, moveRow, sortPlan, toShare, type PlanRow } from "./plan.ts";

const row = (id: string, priority: number, weight = 1, enabled = true): PlanRow => ({
  key: `target ${id} 1`,
  kind: "target",
  id,
  priority: String(priority),
  weight: String(weight),
  enabled,
  revenue: null,
  hours: null,
  ringTimeoutSeconds: null,
  filter: null,
  concurrencyMax: null,
  skills: [],
  dialAttemptsMax: 1,
});

const target = (id: string) => ({ kind: "target" as const, id });

const toOrder = (rows: readonly PlanRow[]): string[] => rows.map(({ id, priority }) => `${id}${priority}`);

const plans = array(record({ priority: integer({ min: 1, max: 5 }), weight: integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 8,
}).map((rows) => sortPlan(rows.map(({ priority, weight }, place) => row(`t${place}`, priority, weight))));

test("a row that is moved takes the priority of its new place, and the others make room", () => {
  expect(toOrder(moveRow([row("a", 1), row("b", 2), row("c", 3)], 2, 0))).toEqual(["c1", "a2", "b3"]);
  expect(toOrder(moveRow([row("a", 1), row("b", 1), row("c", 5)], 2, 1))).toEqual(["a1", "c1", "b5"]);
});

test("however a plan is moved, it stays in order of priority and loses nobody", () => {
  assert(
    property(plans, nat(), nat(), (rows, from, to) => {
      const moved = moveRow(rows, from % rows.length, to % rows.length);
      expect(sortPlan(moved)).toEqual(moved);
      expect(moved.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      expect(moved[to % rows.length]?.id).toBe(rows[from % rows.length]?.id);
    }),
  );
});

test("moving there and back changes nothing", () => {
  assert(
    property(plans, nat(), nat(), (rows, from, to) => {
      const [one, other] = [from % rows.length, to % rows.length];
      expect(moveRow(moveRow(rows, one, other), other, one)).toEqual(rows);
    }),
  );
});

test("rows of one priority keep their order when the plan is sorted, and a half-typed priority moves nobody", () => {
  expect(toOrder(sortPlan([row("a", 2), row("b", 1), row("c", 2)]))).toEqual(["b1", "a2", "c2"]);
  const typing = [row("a", 2), { ...row("b", 1), priority: "" }];
  expect(sortPlan(typing)).toEqual(typing);
});

test("a target is added behind all others", () => {
  expect(toOrder(addRow([], target("a")))).toEqual(["a1"]);
  expect(toOrder(addRow([row("a", 1), row("b", 4)], target("c")))).toEqual(["a1", "b4", "c5"]);
});

test("a target that is listed twice has two rows that are told apart, whichever was taken out before", () => {
  const twice = addRow([row("a", 1)], { kind: "target", id: "a" });
  expect(new Set(twice.map(({ key }) => key)).size).toBe(2);
  const again = addRow(twice.slice(1), { kind: "target", id: "a" });
  expect(new Set(again.map(({ key }) => key)).size).toBe(2);
});

test("the calls of a priority are shared by weight among its enabled rows, which together get all", () => {
  const rows = [row("a", 1, 3), row("b", 1, 1), row("c", 1, 9, false), row("d", 2, 5)];
  expect(rows.map((each) => toShare(rows, each))).toEqual([0.75, 0.25, null, 1]);
});
