// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useSelection } from "./use-selection.ts";

const keys = ["a", "b", "c", "d", "e"];

const setUp = () => renderHook((shown: readonly string[]) => useSelection(shown), { initialProps: keys });

test("with Shift all rows between the last touched one and this one follow it", () => {
  const { result } = setUp();
  act(() => result.current.toggle("d", false));
  act(() => result.current.toggle("b", true));
  expect([...result.current.selected].sort()).toEqual(["b", "c", "d"]);
  act(() => result.current.toggle("c", false));
  expect([...result.current.selected].sort()).toEqual(["b", "d"]);
  expect(result.current.extent).toBe("indeterminate");
});

test("all, and then none", () => {
  const { result } = setUp();
  act(() => result.current.toggleAll());
  expect(result.current.extent).toBe(true);
  act(() => result.current.toggleAll());
  expect(result.current.extent).toBe(false);
});

test("a row that left the list is selected no longer", () => {
  const { result, rerender } = setUp();
  act(() => result.current.toggle("a", false));
  act(() => result.current.toggle("b", false));
  rerender(["b", "c"]);
  expect([...result.current.selected]).toEqual(["b"]);
});
