import type { ListedTarget, PlanRowShown } from "@ccp/contract";
import { expect, test } from "vitest";
import { keepUsed, planForm, toPlanValues } from "./plan-form.ts";

const listed: ListedTarget = {
  id: "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a11",
  name: "Front desk",
  status: "active",
  buyer: { id: 3, name: "Acme Dental", status: "active" },
  concurrencyMax: null,
  ringTimeoutSeconds: null,
  revenue: {
    kind: "fixed",
    micros: "25000000",
    conversion: { kind: "length", seconds: 30, from: "connection" },
  },
  hours: null,
  timeZone: null,
  barred: null,
};

const place = {
  weight: 3,
  enabled: true,
  revenue: null,
  hours: null,
  ringTimeoutSeconds: 15,
  dialAttemptsMax: 2,
  filter: {
    all: [{ any: [{ tag: "InboundNumber:AreaCode" as const, operator: "equals" as const, value: "312" }] }],
  },
  concurrencyMax: 4,
};

const toTarget = (priority: number): PlanRowShown => ({
  kind: "target",
  target: listed,
  priority,
  filterNames: {},
  ...place,
});

const groupId = "0e3a2a80-1f1c-4a6e-8a53-0d7f3b2f6a22";

const group: PlanRowShown = {
  kind: "group",
  group: { id: groupId, name: "Desks", status: "active", strategy: "pool", members: [] },
  priority: 2,
  filterNames: {},
  ...place,
};

test("rows that are not touched are sent as they came, each for its target or group", () => {
  const values = toPlanValues({
    items: [toTarget(1), group, toTarget(2)],
    strategies: [{ priority: 2, strategy: "pool" }],
  });
  expect(new Set(values.items.map(({ key }) => key)).size).toBe(3);
  expect(planForm.parse(values)).toEqual({
    items: [
      { kind: "target", targetId: listed.id, priority: 1, ...place },
      { kind: "group", groupId, priority: 2, ...place },
      { kind: "target", targetId: listed.id, priority: 2, ...place },
    ],
    strategies: [{ priority: 2, strategy: "pool" }],
  });
});

test("the same target twice at a priority is refused at the second of its rows", () => {
  const { error } = planForm.safeParse(toPlanValues({ items: [toTarget(1), toTarget(1)], strategies: [] }));
  expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["items.1.priority", "This target has this priority already."],
  ]);
});

test("a strategy of a priority that no row has any more is left out", () => {
  const strategies = [
    { priority: 1, strategy: "pool" as const },
    { priority: 4, strategy: "round-robin" as const },
  ];
  expect(keepUsed(strategies, [{ priority: 4 }])).toEqual([{ priority: 4, strategy: "round-robin" }]);
});
