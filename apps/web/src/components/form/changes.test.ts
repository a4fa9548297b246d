import { expect, test } from "vitest";
import { listChangedKeys, listClashes, pickKeys } from "./changes.ts";

const was = { name: "Front desk", payout: "10.00", ring: "", hours: null };

test("what changed is told by its keys, and only that is picked", () => {
  const now = { ...was, payout: "12.50" };
  expect(listChangedKeys(was, now)).toEqual(["payout"]);
  expect(pickKeys(now, ["payout"])).toEqual({ payout: "12.50" });
  expect(listChangedKeys(was, { ...was })).toEqual([]);
});

test("what one of the two changed is settled, what both changed is to be chosen", () => {
  const clashes = listClashes({
    was,
    mine: { ...was, name: "Office", payout: "12.50" },
    theirs: { ...was, name: "Reception", ring: "30" },
  });
  expect(clashes).toEqual([
    { key: "name", was: "Front desk", mine: "Office", theirs: "Reception", side: null },
    { key: "payout", was: "10.00", mine: "12.50", theirs: "10.00", side: "mine" },
    { key: "ring", was: "", mine: "", theirs: "30", side: "theirs" },
  ]);
});

test("what both set alike is no clash", () => {
  const same = { ...was, name: "Reception" };
  expect(listClashes({ was, mine: same, theirs: same })).toEqual([]);
});
