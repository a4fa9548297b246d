import { expect, test } from "vitest";
import { api } from "./api.ts";

test("an id stands in a list of changes once, and the refusal says where it is repeated", () => {
  const items = [1, 2, 1].map((id) => ({ id, patch: { status: "paused" } }));
  const result = api.updateBuyers.body.safeParse({ items });
  expect(result.error?.issues.map(({ path }) => path)).toEqual([["items", 2, "id"]]);
  expect(api.archiveBuyers.body.safeParse({ ids: [4, 4] }).error?.issues.map(({ path }) => path)).toEqual([
    ["ids", 1],
  ]);
});

const toBody = (count: number) => ({
  items: Array.from({ length: count }, (_, index) => ({ id: index + 1, patch: {} })),
});

test("one change at least and five hundred at most", () => {
  expect([0, 1, 500, 501].map((count) => api.updateBuyers.body.safeParse(toBody(count)).success)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
