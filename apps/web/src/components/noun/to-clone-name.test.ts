import { createBuyerBody } from "@ccp/contract";
import { expect, test } from "vitest";
import { toCloneName } from "./to-clone-name.ts";

test("a copy is named after its original, as far as the contract has room", () => {
  expect(toCloneName("Acme Dental")).toBe("Acme Dental (copy)");
  const long = toCloneName("a".repeat(120));
  expect(createBuyerBody.shape.name.safeParse(long).success).toBe(true);
  expect(long.endsWith("a (copy)")).toBe(true);
});
