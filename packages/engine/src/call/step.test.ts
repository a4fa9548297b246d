import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listRows } from "#book.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { arrivedFact, createStage, decide, legFact, tell } from "#testing/stage.ts";
import { explainDecision } from "#trace.ts";
import { isBridged } from "./attempt.ts";
import { listLegs } from "./dial-leg.ts";
import { foldCall } from "./fold.ts";
import { isRecovered } from "./recover.ts";
import { stepCall, toInstruction, type StepTrigger } from "./step.ts";

test("a call meets a target as often as a row says and only while nobody is there, one conversation but for those it recovered from, and keeps to its dial attempts", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state, campaign } = inventHistory(seed);
      const targetIds = state.attempts.map(({ targetId }) => targetId);
      for (const targetId of new Set(targetIds)) {
        const dialled = state.attempts.filter((attempt) => attempt.targetId === targetId);
        const most = Math.max(
          ...listRows(campaign).map((row) => (row.targetId === targetId ? (row.dialAttemptsMax ?? 1) : 0)),
        );
        expect(dialled.length).toBeLessThanOrEqual(most);
        expect(
          dialled.slice(0, -1).every(({ outcome }) => outcome === "busy" || outcome === "no-answer"),
        ).toBe(true);
      }
      const recovered = state.attempts.filter((attempt) => isRecovered(state.decisions, attempt));
      expect(recovered.length).toBeLessThanOrEqual(campaign.recoveryMax ?? 0);
      const bridged = state.attempts.filter(isBridged);
      const lastDial = state.decisions.findLast(({ choice }) => choice.kind === "dial")?.step ?? 0;
      expect(
        bridged.filter(({ number }) => number <= lastDial).every((each) => recovered.includes(each)),
      ).toBe(true);
      expect(bridged.filter(({ number }) => number > lastDial).length).toBeLessThanOrEqual(1);
      const rows = state.decisions.flatMap(({ choice }) => (choice.kind === "dial" ? [choice.row] : []));
      expect(rows.filter((row) => row !== "fallback").length - recovered.length).toBeLessThanOrEqual(
        campaign.dialAttemptsMax,
      );
      expect(rows.indexOf("fallback")).toBeOneOf([-1, rows.length - 1]);
      const numbers = listLegs(state.decisions).map(({ leg }) => leg.attempt);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(state.attempts.map(({ number }) => number)).toEqual(numbers);
    }),
    { numRuns: 2000 },
  );
});

test("whatever part of a call is known, no step dials a further buyer after a conversation that was not cut short, or a lost caller", () => {
  fc.assert(
    fc.property(fc.string(), fc.infiniteStream(fc.boolean()), fc.nat(5), (seed, keep, attempt) => {
      const { events, campaign } = inventHistory(seed);
      const known = events.filter(({ fact }) => fact.kind === "arrived" || keep.next().value);
      const state = foldCall(known.length > 0 ? known : events);
      const trigger: StepTrigger = attempt === 0 ? { kind: "arrived" } : { kind: "dial-ended", attempt };
      const { reserves, fact } = stepCall({
        state,
        campaign,
        bookRevision: 1,
        trigger,
        block: null,
        at: state.lastFactAt ?? 0,
        inUse: [],
        refused: [],
        seed,
      });
      if (reserves.length === 0) return;
      for (const each of state.attempts.filter(isBridged)) {
        const isThisOne = fact.recovered?.attempt === each.number;
        expect(isThisOne || isRecovered(state.decisions, each)).toBe(true);
        if (!isThisOne) continue;
        expect(each.convertedAt).toBeNull();
        expect(each.connectedSeconds).toBeLessThan(each.terms.revenueAfterSeconds);
      }
      expect(state.status).not.toBe("ended");
      for (const reserve of reserves) {
        const before = state.attempts.filter(({ targetId }) => targetId === reserve.targetId);
        const rows = listRows(campaign).filter(({ targetId }) => targetId === reserve.targetId);
        expect(rows.some(({ dialAttemptsMax = 1 }) => before.length < dialAttemptsMax)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a repeated step gets the stored decision and reserves nothing", () => {
  const stage = createStage(aCampaign({ rows: [aRow("Acme"), aRow("Bright")] }));
  tell(stage, arrivedFact());
  const first = decide(stage, { kind: "arrived" });
  const again = decide(stage, { kind: "arrived" }, "another seed");
  expect(again).toEqual({ ...first, reserves: [] });
  expect(toInstruction(first.fact)).toEqual(first.instruction);
});

test("a decision keeps every input it was made from", () => {
  const stage = createStage(
    aCampaign({ rows: [aRow("Acme", { concurrencyMax: 2 })], recording: "from-answer" }),
  );
  stage.inUse.set("Acme", 1);
  tell(stage, arrivedFact());
  const { fact, reserves } = decide(stage, { kind: "arrived" }, "a seed");
  expect(fact).toMatchObject({ step: 0, bookRevision: 1, engineVersion: 4, seed: "a seed", inUse: [1] });
  expect(fact.choice).toMatchObject({ record: true, terms: { currency: "USD", payoutMicros: "10000000" } });
  expect(reserves).toEqual([{ targetId: "target:Acme", buyerId: 4, attempt: 1, limit: 2 }]);
});

test("after a refusal the lost row's calls are shared by weight, not given to its neighbour", () => {
  const rows = [aRow("Lost", { weight: 5 }), aRow("A"), aRow("B")];
  const taken = { "target:A": 0, "target:B": 0 };
  for (let call = 0; call < 4000; call += 1) {
    const stage = createStage(aCampaign({ rows }));
    stage.refusing.add("target:Lost");
    tell(stage, arrivedFact());
    const { reserves, fact } = decide(stage, { kind: "arrived" }, `call:${call}`);
    const [reserve] = reserves;
    if (!fact.reasons.startsWith("R") || reserve === undefined) continue;
    taken[reserve.targetId === "target:A" ? "target:A" : "target:B"] += 1;
  }
  const share = taken["target:A"] / (taken["target:A"] + taken["target:B"]);
  expect(share).toBeGreaterThan(0.45);
  expect(share).toBeLessThan(0.55);
});

test("while an attempt is open nobody else is dialled", () => {
  const stage = createStage(aCampaign({ rows: [aRow("Acme"), aRow("Bright")] }));
  tell(stage, arrivedFact());
  decide(stage, { kind: "arrived" });
  tell(stage, legFact(1, { status: "in-progress" }));
  const { fact } = decide(stage, { kind: "dial-ended", attempt: 1 });
  expect(fact.choice).toMatchObject({ kind: "apologise", reason: "attempt-open" });
  const { sentence } = explainDecision({
    decided: fact,
    at: stage.now,
    arrived: stage.state.arrived,
    campaign: stage.campaign,
  });
  expect(sentence).toBe(
    "Played the apology because a dialled target may still have been on the line, and a call is never handed to two buyers.",
  );
});
