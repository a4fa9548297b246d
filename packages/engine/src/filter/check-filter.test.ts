import { expect, test } from "vitest";
import { callFilter } from "./filter.ts";
import { filterOperators, listOperators } from "./operator.ts";
import { tagNames } from "./tag.ts";

const id = "0b6a4f6e-53a1-4c63-8f0e-6e2b6b0f4d11";

const fault = (condition: Record<string, unknown>): string | undefined => {
  const issue = callFilter.safeParse({ all: [{ any: [condition] }] }).error?.issues[0];
  return issue && `${issue.path.join(".")}: ${issue.message}`;
};

test.each([
  [{ tag: "Nobody:Knows", operator: "exists" }, "all.0.any.0.tag: There is no such tag."],
  [{ tag: "Time:Hour", operator: "sounds-like" }, "all.0.any.0.operator: There is no such operator."],
  [
    { tag: "Time:Hour", operator: "contains", value: "1" },
    "all.0.any.0.operator: Time:Hour takes none of this operator, contains.",
  ],
  [
    { tag: "Time:Date", operator: "exists" },
    "all.0.any.0.operator: Time:Date takes none of this operator, exists.",
  ],
  [{ tag: "InboundNumber:State", operator: "equals" }, "all.0.any.0.value: Give a value."],
  [{ tag: "InboundNumber:State", operator: "equals", value: " " }, "all.0.any.0.value: Give a value."],
  [{ tag: "InboundNumber:State", operator: "equals-any" }, "all.0.any.0.values: Give values."],
  [{ tag: "InboundNumber:State", operator: "equals-any", values: [] }, "all.0.any.0.values: Give a value."],
  [{ tag: "InboundNumber:State", operator: "in-list" }, "all.0.any.0.listId: Give a value list."],
  [
    { tag: "InboundNumber:State", operator: "exists", value: "CA" },
    "all.0.any.0.value: The operator exists takes no such field.",
  ],
  [
    { tag: "InboundNumber:State", operator: "equals", value: "CA", listId: id },
    "all.0.any.0.listId: The operator equals takes no such field.",
  ],
  [{ tag: "Time:Hour", operator: "less-than", value: "noon" }, "all.0.any.0.value: Give a number."],
  [
    { tag: "Time:Date", operator: "equals-any", values: ["2026-11-30", "2026-11-31"] },
    'all.0.any.0.values.1: Give a date as YYYY-MM-DD, such as "2026-11-23".',
  ],
  [
    { tag: "InboundNumber:Attestation", operator: "equals", value: "D" },
    "all.0.any.0.value: Give one of A, B, C.",
  ],
  [
    { tag: "InboundNumber:Number", operator: "contains", value: "abc" },
    "all.0.any.0.value: Give digits of a phone number.",
  ],
  [
    { tag: "Time:Hour", operator: "equals", value: "9", matchCase: true },
    "all.0.any.0.matchCase: Case makes no difference to Time:Hour.",
  ],
])("%j is refused at its place", (condition, expected) => {
  expect(fault(condition)).toBe(expected);
});

test("an empty filter and an empty block are refused", () => {
  expect(callFilter.safeParse({ all: [] }).error?.issues[0]?.message).toBe("Give a block.");
  expect(callFilter.safeParse({ all: [{ any: [] }] }).error?.issues[0]?.message).toBe("Give a condition.");
});

test("every operator is offered for some tag, and every tag offers some", () => {
  const offered = new Set(tagNames.flatMap(listOperators));
  expect([...offered].toSorted()).toEqual([...filterOperators].toSorted());
  expect(tagNames.filter((tag) => listOperators(tag).length === 0)).toEqual([]);
});
