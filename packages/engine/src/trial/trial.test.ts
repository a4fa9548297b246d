import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignBook } from "#book.ts";
import type { Strategy } from "#strategy/strategy.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { arrivedFact, createStage, decide, tell } from "#testing/stage.ts";
import { drawCalls } from "./draw-calls.ts";
import { tryAgain, type Trial } from "./trial.ts";

/** The first call on a stage of its own, only asked about. */
const toTrial = (campaign: CampaignBook, seed = "seed"): Trial => {
  const stage = createStage(campaign);
  const arrived = arrivedFact();
  tell(stage, arrived);
  const { fact: decided } = decide(stage, { kind: "arrived" }, seed);
  return { campaign, arrived, at: stage.now, decided };
};

const draw = (campaign: CampaignBook, calls: number) => {
  const { rows, nobody } = drawCalls(toTrial(campaign), { calls, seed: "draws" });
  return { rows: Object.fromEntries(rows), nobody };
};

test("law: with the seed that it had, every first decision comes out as it was", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state, campaign } = inventHistory(seed);
      const [decided] = state.decisions;
      const event = state.events.find(({ key }) => key === "decided:0");
      const { arrived } = state;
      if (decided?.step !== 0 || event === undefined || arrived === null) return;
      // What a campaign refuses at the door it refuses with every seed.
      const again = tryAgain({ campaign, arrived, at: event.at, decided }, decided.seed);
      expect(again).toEqual(decided);
    }),
    { numRuns: 500 },
  );
});

test("law: it is the decision that the engine makes with that seed", () => {
  const rows = [aRow("Acme", { weight: 3 }), aRow("Bright"), aRow("Calm", { priority: 2 })];
  const campaign = aCampaign({ rows });
  fc.assert(
    fc.property(fc.string(), fc.string(), (seed, other) => {
      expect(tryAgain(toTrial(campaign, seed), other)).toEqual(toTrial(campaign, other).decided);
    }),
  );
});

test("draws by weight come near the weights", () => {
  const campaign = aCampaign({ rows: [aRow("Acme", { weight: 3 }), aRow("Bright")] });
  const { rows, nobody } = draw(campaign, 1_000);
  expect(nobody).toBe(0);
  expect((rows[0] ?? 0) + (rows[1] ?? 0)).toBe(1_000);
  expect(rows[0]).toBeGreaterThan(700);
  expect(rows[0]).toBeLessThan(800);
});

test.each<Strategy>(["round-robin", "pool", "longest-idle"])("%s hands the draws on in turn", (strategy) => {
  const rows = [aRow("Acme"), aRow("Bright"), aRow("Calm")];
  const campaign = aCampaign({ rows, strategies: { "1": strategy } });
  expect(draw(campaign, 9)).toEqual({ rows: { 0: 3, 1: 3, 2: 3 }, nobody: 0 });
});

test("groups have their turns, and their members have theirs", () => {
  const group = { priority: 1, weight: 1, enabled: true, strategy: "round-robin" } as const;
  const campaign = aCampaign({
    rows: [aRow("Acme", { group: 0 }), aRow("Bright", { group: 0 }), aRow("Calm")],
    groups: [{ ...group, id: "days", name: "Days" }],
    strategies: { "1": "round-robin" },
  });
  expect(draw(campaign, 8)).toEqual({ rows: { 0: 2, 1: 2, 2: 4 }, nobody: 0 });
});

test("several that ring at once count for each", () => {
  const rows = [aRow("Acme"), aRow("Bright")];
  const campaign = aCampaign({ rows, strategies: { "1": "simultaneous" } });
  expect(draw(campaign, 4)).toEqual({ rows: { 0: 4, 1: 4 }, nobody: 0 });
});

test("calls that nobody takes are counted as such, and the fallback by its name", () => {
  const paused = aRow("Acme", { targetStatus: "paused" });
  expect(draw(aCampaign({ rows: [paused] }), 5)).toEqual({ rows: {}, nobody: 5 });
  const fallback = aRow("Desk");
  expect(draw(aCampaign({ rows: [paused], fallback }), 5)).toEqual({ rows: { fallback: 5 }, nobody: 0 });
});
