import { expect, test } from "vitest";
import { toInheritedRingTime } from "./ring-time.ts";

test("a ring time that is not set here is told with the campaign that sets it", () => {
  expect(toInheritedRingTime([{ name: "Dentists", ringTimeoutSeconds: 30 }])).toEqual({
    text: "30 seconds",
    from: "the campaign Dentists",
  });
});

test("campaigns that differ are told as a range", () => {
  const campaigns = [40, 20, 25].map((ringTimeoutSeconds) => ({ name: "Any", ringTimeoutSeconds }));
  expect(toInheritedRingTime(campaigns)).toEqual({ text: "20 to 40 seconds", from: "its 3 campaigns" });
});

test("a target that no campaign dials yet is told what campaigns usually have", () => {
  expect(toInheritedRingTime([])).toEqual({ text: "25 seconds", from: "the campaign, usually" });
});
