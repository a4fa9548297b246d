import { expect, test } from "vitest";
import { formatPhone } from "./format-phone.ts";

test("a North American number is shown as people there write it", () => {
  expect(formatPhone("+12025550142")).toBe("(202) 555-0142");
});

test("numbers in a sentence are shown the same way", () => {
  expect(formatPhone("Call from +12025550142 to +12125550101")).toBe(
    "Call from (202) 555-0142 to (212) 555-0101",
  );
});

test("any other number and address stays as it is", () => {
  expect(formatPhone("+442079460018")).toBe("+442079460018");
  expect(formatPhone("+120255501420")).toBe("+120255501420");
  expect(formatPhone("anonymous")).toBe("anonymous");
  expect(formatPhone("sip:desk@example.com")).toBe("sip:desk@example.com");
});
