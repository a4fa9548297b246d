import { expect, test } from "vitest";
import { toggleFilters } from "./quick-chips.tsx";

test("a quick filter is put on beside the others and taken off again", () => {
  const others = { campaignId: "a" };
  const on = toggleFilters({ status: "ended", converted: "false" }, others);
  expect(on).toEqual({ campaignId: "a", status: "ended", converted: "false" });
  expect(toggleFilters({ status: "ended", converted: "false" }, on)).toEqual(others);
});

test("of two that contradict each other the later holds", () => {
  expect(toggleFilters({ outcome: "not-connected" }, { outcome: "connected" })).toEqual({
    outcome: "not-connected",
  });
});
