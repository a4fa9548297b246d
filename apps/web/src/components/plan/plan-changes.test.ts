import type { PlanLevel, PlanTargetRow } from "@ccp/contract";
import { expect, test } from "vitest";
import { listPlanChanges } from "./plan-changes.ts";

const aRow = (name: string, changes: Partial<PlanTargetRow> = {}): PlanTargetRow => ({
  kind: "target",
  target: {
    id: name,
    name,
    status: "active",
    buyer: { id: 1, name: "Acme", status: "active" },
    concurrencyMax: null,
    ringTimeoutSeconds: null,
    revenue: { kind: "fixed", micros: "0", conversion: { kind: "connected" } },
    barred: null,
    hours: null,
    timeZone: null,
  },
  priority: 1,
  weight: 1,
  enabled: true,
  revenue: null,
  hours: null,
  ringTimeoutSeconds: null,
  dialAttemptsMax: 1,
  filter: null,
  filterNames: {},
  concurrencyMax: null,
  ...changes,
});

const of = (items: PlanTargetRow[], strategies: PlanLevel[] = []) => ({ items, strategies });

test("rows that come, go and change are named with their place", () => {
  const before = of([aRow("Front"), aRow("Back"), aRow("Night", { priority: 2 })]);
  const after = of([
    aRow("Front", { weight: 5 }),
    aRow("Back", { priority: 3 }),
    aRow("Night", { priority: 2 }),
  ]);
  expect(listPlanChanges(before, after)).toEqual([
    "Adds Back at priority 3",
    "Takes out Back at priority 1",
    "Changes Front at priority 1",
  ]);
});

test("another order and another strategy are changes too, and how a target stands is none", () => {
  const before = of([aRow("Front"), aRow("Back")]);
  expect(listPlanChanges(before, of([aRow("Back"), aRow("Front")]))).toEqual(["Changes the order of rows"]);
  expect(listPlanChanges(before, of(before.items, [{ priority: 1, strategy: "pool" }]))).toEqual([
    "Changes how targets of a priority are picked",
  ]);
  const paused = aRow("Front");
  const standing = { ...paused, target: { ...paused.target, status: "paused" as const } };
  const same = of([standing, aRow("Back")], [{ priority: 1, strategy: "weighted" }]);
  expect(listPlanChanges(before, same)).toEqual([]);
});
