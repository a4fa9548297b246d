import type { Column } from "@ccp/contract";
import { expect, test } from "vitest";
import { placeColumns, toMinWidth } from "./column-layout.ts";

const column = (id: string, isNumeric = false): Column<never> => ({
  id,
  header: id,
  group: "General",
  isDefault: true,
  isNumeric,
  toCell: () => ({ kind: "none" }),
});

const columns = [column("name"), column("buyer"), column("revenue", true)];

test("pinned columns stand side by side from the left", () => {
  const placed = placeColumns(columns, 2, { name: 200, buyer: 100 });
  expect(placed.map(({ left }) => left)).toEqual([0, 200, undefined]);
});

test("a pinned column has a width of its own, or those beside it would not know where to stand", () => {
  const [pinned, free] = placeColumns(columns, 1, {});
  expect(pinned?.width).toBeGreaterThan(0);
  expect(free?.width).toBeUndefined();
});

test("the table is at least as wide as its columns and what stands before them", () => {
  const placed = placeColumns(columns, 0, { name: 200, buyer: 100, revenue: 80 });
  expect(toMinWidth(placed, 16)).toBe(396);
});
