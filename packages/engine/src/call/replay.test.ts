import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignBook } from "#book.ts";
import { toCanonicalText } from "#canonical.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { aSchedule } from "#testing/hours.ts";
import { arrivedFact, createStage, decide, tell } from "#testing/stage.ts";
import type { CallEvent } from "./event.ts";
import engine1 from "./fixtures/engine-1.json" with { type: "json" };
import engine2 from "./fixtures/engine-2.json" with { type: "json" };
import engine3 from "./fixtures/engine-3.json" with { type: "json" };
import { foldCall } from "./fold.ts";
import { replayDecision } from "./replay.ts";

test("every decision of every call comes out the same when it is made again", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state, campaign } = inventHistory(seed);
      for (const decided of state.decisions) {
        expect(replayDecision(decided, campaign, state)).toMatchObject({ isSame: true, isSameEngine: true });
      }
    }),
    { numRuns: 1000 },
  );
});

const decideOnce = (campaign: CampaignBook) => {
  const stage = createStage(campaign);
  stage.refusing.add("target:Acme");
  tell(stage, arrivedFact());
  const { fact } = decide(stage, { kind: "arrived" });
  return { fact, state: stage.state };
};

test("a refused reservation is part of what is made again", () => {
  const campaign = aCampaign({ rows: [aRow("Acme"), aRow("Bright", { priority: 2 })] });
  const { fact, state } = decideOnce(campaign);
  expect(fact.reasons).toBe("RC");
  expect(replayDecision(fact, campaign, state).isSame).toBe(true);
});

test("a changed plan, and a decision of another engine, show as such", () => {
  const campaign = aCampaign({ rows: [aRow("Acme"), aRow("Bright", { priority: 2 })] });
  const { fact, state } = decideOnce(campaign);
  const changed = { ...campaign, rows: campaign.rows.slice(0, 1) };
  expect(replayDecision(fact, changed, state)).toMatchObject({ isSame: false, reasons: "R" });
  expect(replayDecision({ ...fact, engineVersion: 0 }, campaign, state)).toMatchObject({
    isSame: true,
    isSameEngine: false,
  });
});

test("the order of keys, which a database may change, makes no difference", () => {
  expect(toCanonicalText({ b: [{ d: 1, c: null }], a: "x" })).toBe(
    toCanonicalText({ a: "x", b: [{ c: null, d: 1 }] }),
  );
  expect(toCanonicalText({ a: [1, 2] })).not.toBe(toCanonicalText({ a: [2, 1] }));
});

test("a call that engine 1 decided by its book comes out the same", () => {
  const campaign = engine1.campaign as CampaignBook;
  const state = foldCall(engine1.events as CallEvent[]);
  expect(state.decisions.map(({ engineVersion, reasons }) => [engineVersion, reasons])).toEqual([
    [1, "RTCFE"],
    [1, "FTAFC"],
    [1, "FTAFA"],
  ]);
  for (const decided of state.decisions) {
    expect(replayDecision(decided, campaign, state)).toMatchObject({ isSame: true, isSameEngine: false });
  }
});

test("a call that engine 2 decided, which knew hours and no caps, comes out the same", () => {
  const campaign = engine2.campaign as CampaignBook;
  const state = foldCall(engine2.events as CallEvent[]);
  expect(state.decisions.map(({ engineVersion, reasons }) => [engineVersion, reasons])).toEqual([
    [2, "CHETE"],
    [2, "AHRTC"],
    [2, "HHETA"],
  ]);
  for (const decided of state.decisions) {
    expect(replayDecision(decided, campaign, state)).toMatchObject({ isSame: true, isSameEngine: false });
  }
});

test("a call that engine 3 decided, which knew caps and only weights, comes out the same", () => {
  const campaign = engine3.campaign as CampaignBook;
  const state = foldCall(engine3.events as CallEvent[]);
  expect(state.decisions.map(({ engineVersion, reasons }) => [engineVersion, reasons])).toEqual([
    [3, "FEEPCE"],
    [3, "FCEEAE"],
    [3, "FAEPAC"],
    [3, ""],
  ]);
  for (const decided of state.decisions) {
    expect(replayDecision(decided, campaign, state)).toMatchObject({ isSame: true, isSameEngine: false });
  }
});

test("what engine 1 decided shows the difference where hours would have changed it", () => {
  const state = foldCall(engine1.events as CallEvent[]);
  const [decided] = state.decisions;
  if (decided === undefined) throw new Error("Nothing was decided.");
  const { rows, ...rest } = engine1.campaign as CampaignBook;
  const closed = { ...rest, rows: rows.map((row) => ({ ...row, schedule: aSchedule({}) })) };
  expect(replayDecision(decided, closed, state)).toMatchObject({
    isSame: false,
    isSameEngine: false,
    reasons: "HTHHC",
    choice: { kind: "dial", row: "fallback" },
  });
});

const openUntil = (to: string) => aSchedule({ thu: [{ from: "00:00", to }] });

test("a decision is made again at its own time, not at that of reading", () => {
  const campaign = aCampaign({ rows: [aRow("Acme", { schedule: openUntil("00:17") })] });
  const stage = createStage(campaign);
  stage.now = 1_019_999;
  tell(stage, arrivedFact());
  const { fact } = decide(stage, { kind: "arrived" });
  stage.now += 3_600_000;
  tell(stage, { kind: "converted", attempt: 1 });
  expect(fact.reasons).toBe("C");
  expect(replayDecision(fact, campaign, stage.state).isSame).toBe(true);
  expect(
    replayDecision(fact, { ...campaign, rows: [aRow("Acme", { schedule: openUntil("00:16") })] }, stage.state)
      .reasons,
  ).toBe("H");
});

test("prices by the length travel with the decision, and a decision without them is made again as it was", () => {
  const revenueByLength = { kind: "tiers", tiers: [{ fromSeconds: 90, micros: "30000000" }] } as const;
  const priced = aCampaign({ rows: [aRow("Acme", { revenueMicros: "0", revenueByLength })] });
  const stage = createStage(priced);
  tell(stage, arrivedFact());
  const { fact } = decide(stage, { kind: "arrived" });
  expect(fact.choice).toMatchObject({ terms: { revenueMicros: "0", revenueByLength } });
  expect(replayDecision(fact, priced, stage.state).isSame).toBe(true);
  expect(replayDecision(fact, aCampaign({ rows: [aRow("Acme")] }), stage.state).isSame).toBe(false);
});
