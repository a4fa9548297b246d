import { expect, test } from "vitest";
import { toFieldChanges } from "./audit-changes.ts";

test("only fields that differ are told, in whatever order the database keeps their parts", () => {
  const before = { id: 1, version: 1, name: "Front desk", destination: { kind: "phone", address: "x" } };
  const after = { destination: { address: "x", kind: "phone" }, id: 1, version: 2, name: "Reception" };
  expect(toFieldChanges(before, after)).toEqual([{ key: "name", before: "Front desk", after: "Reception" }]);
});

test("something new tells what it was made with, and nothing of what was left empty", () => {
  expect(toFieldChanges(null, { name: "Front desk", label: "", hours: null })).toEqual([
    { key: "name", before: undefined, after: "Front desk" },
  ]);
});

test("a change of something that is no document of fields is one change", () => {
  expect(toFieldChanges([1], [1, 2])).toEqual([{ key: "content", before: [1], after: [1, 2] }]);
});
