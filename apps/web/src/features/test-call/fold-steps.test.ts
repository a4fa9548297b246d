import type { TestCallEvent } from "@ccp/contract";
import { expect, test } from "vitest";
import { foldSteps } from "./fold-steps.ts";

const step = (second: number, kind: string, details: TestCallEvent["details"] = {}): TestCallEvent => ({
  sequence: second,
  at: new Date(second * 1000).toISOString(),
  kind,
  text: `step ${second}`,
  details,
});

test("before its first step the call is being placed", () => {
  expect(foldSteps([]).phase).toBe("setting-up");
});

test("the caller hears the latest thing until somebody answers", () => {
  const steps = [step(0, "status", { status: "ringing" }), step(1, "hears", { what: "a greeting" })];
  expect(foldSteps(steps)).toMatchObject({ phase: "on-the-line", hears: "a greeting" });
  expect(foldSteps([...steps, step(3, "bridged")])).toMatchObject({
    phase: "talking",
    hears: null,
    talkingSince: 3000,
  });
});

test("a conversation ends with the first leg that ends, and its time is kept", () => {
  const steps = [
    step(3, "bridged"),
    step(10, "status", { status: "completed" }),
    step(11, "status", { status: "completed" }),
  ];
  expect(foldSteps(steps)).toMatchObject({ talkingSince: null, talkedMs: 7000 });
});

test("a target that is busy leaves the caller on the line", () => {
  expect(foldSteps([step(0, "hears"), step(1, "status", { status: "busy" })]).phase).toBe("on-the-line");
});

test("steps of an unknown kind change nothing", () => {
  const steps = [step(0, "status", { status: "ringing" })];
  expect(foldSteps([...steps, step(1, "weather"), step(2, "request", { status: 200 })])).toEqual(
    foldSteps(steps),
  );
});
