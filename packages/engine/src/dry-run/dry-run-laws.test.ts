import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listRows, type CampaignBook, type PlanRow } from "#book.ts";
import { isOpen } from "#schedule/is-open.ts";
import { inventHistory } from "#testing/history.ts";
import { createAgenda } from "./agenda.ts";
import { createDryRun } from "./dry-run.ts";
import { toPastCall, type PastCall } from "./past-call.ts";
import type { DryRunResult } from "./sum-up.ts";

const withBuyer = (row: PlanRow): PlanRow => {
  const { prepaid: _, buyerConcurrencyMax: __, ...agent } = row;
  return row.buyerId === null
    ? agent
    : { ...row, buyerId: 1 + Number(row.targetName.replace("Target ", "")) };
};

/** Every target has a buyer of its own, and agents have none: a stage keeps balances and shared limits by names. */
const withBuyers = (campaign: CampaignBook): CampaignBook => ({
  ...campaign,
  rows: campaign.rows.map(withBuyer),
  fallback: campaign.fallback && withBuyer(campaign.fallback),
});

type Campaigns = Readonly<Record<string, CampaignBook>>;

/** Calls of campaigns of every setting that share targets; numbers are drawn afresh for each call. */
const invent = (seed: string, count: number): { calls: PastCall[]; campaigns: Campaigns } => {
  const campaigns: Record<string, CampaignBook> = {};
  const rows = withBuyers(inventHistory(seed).campaign);
  const calls = Array.from({ length: count }, (_, index) => {
    const { state, campaign } = inventHistory(`${seed} ${index}`, rows);
    const campaignId = `campaign ${index}`;
    campaigns[campaignId] = campaign;
    const call = toPastCall(state, campaign);
    return call && { ...call, callId: `call ${index}`, arrived: { ...call.arrived, campaignId } };
  });
  return { calls: calls.filter((call) => call !== undefined), campaigns };
};

const run = (calls: readonly PastCall[], campaigns: Campaigns): DryRunResult => {
  const today = { balances: new Map([[1, 0n] as const, [2, 90_000_000_000n] as const]), lists: new Map() };
  const dryRun = createDryRun({ calls, campaigns, today });
  dryRun.advance(dryRun.total);
  return dryRun.sumUp();
};

/** Another plan for all of them. */
const draftOf = (campaigns: Campaigns, seed: string): Campaigns => {
  const { campaign } = inventHistory(seed);
  return Object.fromEntries(Object.keys(campaigns).map((id) => [id, { ...campaign, id }]));
};

const counts = { numRuns: 200 };

test("law: by the plan and the book that the calls had, nothing moves and the money is what it was", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { calls, campaigns } = invent(seed, 6);
      const { fates, moves, before, after } = run(calls, campaigns);
      expect(moves).toEqual([]);
      expect(fates.kept).toBe(calls.length);
      expect(after).toEqual(before);
    }),
    counts,
  );
});

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, each) => total + each, 0n);

test("law: whatever the draft, the sums add up", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (seed, other) => {
      const { calls, campaigns } = invent(seed, 6);
      const result = run(calls, draftOf(campaigns, other));
      const { kept, estimated, after, before, destinations, moves, fates, unestimated } = result;
      expect(fates.kept + fates.moved + fates.gained + fates.lost).toBe(calls.length);
      expect(moves.length).toBe(calls.length - fates.kept);
      for (const money of ["revenueMicros", "payoutMicros"] as const) {
        expect(after[money]).toBe(kept[money] + estimated[money]);
        expect(estimated[money]).toBe(sum(moves.map(({ estimate }) => estimate?.[money] ?? 0n)));
        expect(before[money]).toBe(kept[money] + sum(moves.map((each) => each.before[money])));
        expect(sum(destinations.map((each) => each.before[money]))).toBe(before[money]);
        expect(sum(destinations.map((each) => each.after[money]))).toBe(after[money]);
      }
      expect(moves.filter(({ estimate }) => estimate === null).length).toBe(unestimated.calls);
    }),
    counts,
  );
});

test("law: nobody is rung whom the draft keeps from the call", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (seed, other) => {
      const { calls, campaigns } = invent(seed, 4);
      const { campaign } = inventHistory(other);
      for (const { at, to } of run(calls, draftOf(campaigns, other)).moves) {
        for (const { id } of to) {
          const rows = listRows(campaign).filter(({ targetId }) => targetId === id);
          const canTake = rows.some(
            ({ enabled, targetStatus, buyerStatus, barred, schedule }) =>
              enabled &&
              targetStatus === "active" &&
              buyerStatus === "active" &&
              barred === undefined &&
              (schedule === undefined || isOpen(schedule.hours, schedule.timeZone, at)),
          );
          expect(canTake).toBe(true);
        }
      }
    }),
    counts,
  );
});

test("law: the order in which calls are given is no matter", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (seed, other) => {
      const { calls, campaigns } = invent(seed, 5);
      const draft = draftOf(campaigns, other);
      expect(run(calls.toReversed(), draft)).toEqual(run(calls, draft));
    }),
    { numRuns: 100 },
  );
});

test("law: an agenda hands out in order of time, and of equal times in the order of adding", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 9 }), (ats, until) => {
      const agenda = createAgenda<{ at: number; place: number }>();
      const items = ats.map((at, place) => ({ at, place }));
      for (const item of items) agenda.add(item);
      const sorted = items.toSorted((a, b) => a.at - b.at);
      const taken = agenda.take(until);
      expect(taken).toEqual(sorted.filter(({ at }) => at <= until));
      expect([...taken, ...agenda.take(9)]).toEqual(sorted);
    }),
  );
});
