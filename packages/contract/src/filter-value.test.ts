import { expect, test } from "vitest";
import { status } from "./fields.ts";
import { filterOf, toFilterText } from "./filter-value.ts";
import { listBuyersQuery } from "./buyer.ts";
import { listTargetsQuery } from "./target.ts";

test("values with commas in between are any of them, and behind an exclamation mark none", () => {
  const filter = filterOf(status);
  expect(filter.parse("active")).toEqual({ isNot: false, values: ["active"] });
  expect(filter.parse("active, paused,active")).toEqual({ isNot: false, values: ["active", "paused"] });
  expect(filter.parse("!archived")).toEqual({ isNot: true, values: ["archived"] });
});

test("a filter reads as it was written", () => {
  for (const text of ["3", "3,5", "!3,5"]) {
    const { buyerId } = listTargetsQuery.parse({ buyerId: text });
    expect(buyerId && toFilterText(buyerId)).toBe(text);
  }
});

test.each(["", "!", ",", "live", "active,live", "!live"])("%j is refused as a filter by status", (text) => {
  const result = listBuyersQuery.safeParse({ status: text });
  expect(result.error?.issues.map(({ path }) => path)).toEqual([["status"]]);
});
