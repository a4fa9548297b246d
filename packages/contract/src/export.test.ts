import { expect, expectTypeOf, test } from "vitest";
import { api } from "./api.ts";
import type { Filter } from "./filter-value.ts";

const { query } = api.exportTargets;

test("a file takes the list's own filters and sort, and its columns in the order asked for", () => {
  const asked = query.parse({ buyerId: "7", sort: "-buyer", columns: "status,name" });
  expectTypeOf(asked.buyerId).toEqualTypeOf<Filter<number> | undefined>();
  expect(asked).toEqual({
    buyerId: { isNot: false, values: [7] },
    sort: "-buyer",
    columns: ["status", "name"],
  });
});

test("a file has no pages, and no column that the list has not", () => {
  for (const wrong of [{ cursor: "x" }, { limit: 5 }, { columns: "name,shoeSize" }, { columns: "" }]) {
    expect(query.safeParse(wrong).success).toBe(false);
  }
});
