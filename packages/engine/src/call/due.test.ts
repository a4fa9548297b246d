import * as fc from "fast-check";
import { expect, test } from "vitest";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { arrivedFact, createStage, decide, legFact, tell } from "#testing/stage.ts";
import { nextDue } from "./due.ts";
import { emptyCall, foldCall } from "./fold.ts";

const startRinging = () => {
  const stage = createStage(aCampaign({ rows: [aRow("Acme")], timeLimitSeconds: 900 }));
  tell(stage, arrivedFact());
  decide(stage, { kind: "arrived" });
  return stage;
};

test("a call of which nothing is known waits for nothing", () => {
  expect(nextDue(emptyCall("call", "account"))).toBeNull();
});

test("a ringing call is asked about a minute after its ring time", () => {
  const stage = startRinging();
  expect(nextDue(stage.state)).toEqual({ kind: "ask-carrier", at: stage.now + 80_000 });
});

test("a conversation is asked about after ten minutes of silence, and a minute after its time limit", () => {
  const stage = startRinging();
  tell(stage, legFact(1, { status: "in-progress" }));
  const connectedAt = stage.now;
  stage.now += 90_000;
  tell(stage, { kind: "converted", attempt: 1 });
  expect(nextDue(stage.state)).toEqual({ kind: "ask-carrier", at: stage.now + 600_000 });
  stage.now = connectedAt + 600_000;
  tell(stage, legFact(1, { status: "in-progress", source: "record" }));
  expect(nextDue(stage.state)).toEqual({ kind: "ask-carrier", at: connectedAt + 960_000 });
});

test("an ended attempt whose caller never ended is asked about after a minute", () => {
  const stage = startRinging();
  stage.now += 5000;
  tell(stage, {
    kind: "dial-ended",
    attempt: 1,
    childRef: null,
    status: "busy",
    seconds: null,
    bridged: false,
  });
  expect(nextDue(stage.state)).toEqual({ kind: "ask-carrier", at: stage.now + 60_000 });
});

test("whatever part of a call is known, something is due until it is ended with all its evidence", () => {
  fc.assert(
    fc.property(fc.string(), fc.infiniteStream(fc.boolean()), (seed, keep) => {
      const { events } = inventHistory(seed);
      const known = events.filter(() => keep.next().value);
      const state = foldCall(known.length > 0 ? known : events);
      const isSettled =
        state.status === "ended" && state.attempts.every((attempt) => attempt.connectedSeconds !== null);
      const due = nextDue(state);
      if (!isSettled) expect(due).not.toBeNull();
      if (due?.kind === "ask-carrier") expect(due.at).toBeGreaterThan(state.lastFactAt ?? Infinity);
      if (due?.kind === "convert") expect(isSettled).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
