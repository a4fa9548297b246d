import { expect, test } from "vitest";
import { canGrant, isAllowed, role } from "./permission.ts";

test("an analyst reads and changes nothing", () => {
  expect(isAllowed("analyst", "read")).toBe(true);
  expect(isAllowed("analyst", "write")).toBe(false);
  expect(isAllowed("analyst", "administer")).toBe(false);
});

test("a manager changes the configuration and administers nothing", () => {
  expect(isAllowed("manager", "write")).toBe(true);
  expect(isAllowed("manager", "administer")).toBe(false);
});

test("nobody gives a role above their own", () => {
  expect(role.options.filter((given) => canGrant("admin", given))).toEqual(["admin", "manager", "analyst"]);
  expect(role.options.filter((given) => canGrant("analyst", given))).toEqual(["analyst"]);
});
