import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toAgentNumbers, toAgentStatus, toWrapUpEnd } from "./agent.ts";

const moment = fc.integer({ min: 0, max: 20 }).map((step) => step * 1000);
const told = fc.tuple(moment, moment, moment);

test("of what people said the latest counts, and of the same moment that the agent is away", () => {
  fc.assert(
    fc.property(told, ([availableAt, awayAt, talkedAt]) => {
      const { presence, since } = toAgentNumbers([availableAt, awayAt, talkedAt]);
      expect(presence).toBe(availableAt > awayAt ? "available" : "away");
      expect(since).toBe(Math.max(availableAt, awayAt));
    }),
  );
});

test("nobody of whom nothing is known is available", () => {
  expect(toAgentNumbers([])).toEqual({ presence: "away", since: 0, talkedAt: 0 });
});

test("a wrap-up ends at its moment or by a word that the agent is available, and not before", () => {
  fc.assert(
    fc.property(told, moment, fc.integer({ min: 0, max: 30 }), (marks, at, wrapUpSeconds) => {
      const numbers = toAgentNumbers(marks);
      const status = toAgentStatus({ wrapUpSeconds }, { ...numbers, inUse: 0 }, at);
      const isWrappingUp = numbers.talkedAt > numbers.since && numbers.talkedAt + wrapUpSeconds * 1000 > at;
      if (numbers.presence === "away") expect(status.kind).toBe("away");
      else expect(status.kind).toBe(isWrappingUp ? "wrap-up" : "available");
      if (status.kind === "wrap-up") expect(status.until).toBe(toWrapUpEnd({ wrapUpSeconds }, numbers));
    }),
  );
});

test("whoever has a call is on a call, whatever was said meanwhile", () => {
  fc.assert(
    fc.property(told, fc.integer({ min: 1, max: 3 }), (marks, inUse) => {
      const status = toAgentStatus({ wrapUpSeconds: 30 }, { ...toAgentNumbers(marks), inUse }, 5000);
      expect(status).toEqual({ kind: "on-a-call", until: null });
    }),
  );
});
