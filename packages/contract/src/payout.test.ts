import { expect, test } from "vitest";
import { payout } from "./payout.ts";

const share = { kind: "revenue-share", basisPoints: 5000, due: { kind: "converted" } };

const listFaults = (limits: object) => {
  const { error } = payout.safeParse({ ...share, ...limits });
  return error?.issues.map(({ path }) => path.join(".")) ?? [];
};

test("what is no amount is refused at its own field, beside another limit too", () => {
  expect(listFaults({ minMicros: "12.50", maxMicros: "20000000" })).toEqual(["minMicros"]);
  expect(listFaults({ minMicros: "12500000", maxMicros: "abc" })).toEqual(["maxMicros"]);
});

test("the maximum is no less than the minimum", () => {
  expect(listFaults({ minMicros: "20000000", maxMicros: "9000000" })).toEqual(["maxMicros"]);
  expect(listFaults({ minMicros: "20000000", maxMicros: "0020000000" })).toEqual([]);
  expect(listFaults({ minMicros: null, maxMicros: "9000000" })).toEqual([]);
});
