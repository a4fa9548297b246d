import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignBook } from "#book.ts";
import { toCanonicalText } from "#canonical.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { arrivedFact, createStage, decide, tell } from "#testing/stage.ts";
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
