import { expect, test } from "vitest";
import { readOpenForm, writeOpenForm } from "./use-form-param.ts";

test.each([
  { kind: "new" },
  { kind: "import" },
  { kind: "edit", id: "7" },
  { kind: "clone", id: "a-b" },
] as const)("an open form survives the way through the address: $kind", (form) =>
  expect(readOpenForm(writeOpenForm(form))).toEqual(form),
);

test.each([null, "", "edit", "edit-", "remove-7"])("no form is called %s", (text) =>
  expect(readOpenForm(text)).toBeNull(),
);
