import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readCaller } from "./read-caller.ts";

test.each([
  "anonymous",
  "Anonymous",
  " RESTRICTED ",
  "unavailable",
  "unknown",
  "private",
  "blocked",
  "withheld",
  "",
  "+266696687",
  "266696687",
  "+7378742833",
  "+86282452253",
  "+8656696",
  "+2562533",
  "sip:anonymous@anonymous.invalid",
  "anonymous@anonymous.invalid",
])('"%s" stands for a withheld number', (from) => {
  expect(readCaller(from)).toEqual({ kind: "anonymous" });
});

test.each([
  ["+12025550142", "12025550142"],
  ["12025550142", "12025550142"],
  ["sip:+12025550142@carrier.example;user=phone", "12025550142"],
  ["+2666966871", "2666966871"],
])('"%s" is a number', (from, digits) => {
  expect(readCaller(from)).toEqual({ kind: "number", digits });
});

test.each(["client:alice", "sip:alice@example.com", "+0123", "call me"])('"%s" is neither', (from) => {
  expect(readCaller(from)).toEqual({ kind: "other" });
});

test("whatever a carrier sends is read as something", () => {
  fc.assert(
    fc.property(fc.string(), (from) => {
      expect(["number", "anonymous", "other"]).toContain(readCaller(from).kind);
    }),
  );
});
