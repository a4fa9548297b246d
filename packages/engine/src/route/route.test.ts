import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignBook, PlanRow } from "#book.ts";
import { toCapAmount, type Cap } from "#cap/cap.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { createRandom } from "#random.ts";
import { toRevenueMax } from "#settle/revenue-max.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { aFilter, LIST_ID, matchesPlainly } from "#testing/filters.ts";
import { inventCampaign } from "#testing/invent-campaign.ts";
import { aSchedule } from "#testing/hours.ts";
import { arrivedFact } from "#testing/stage.ts";
import { route, type RouteInput } from "./route.ts";

const filterInput = { tags: createCallTags(arrivedFact(), 1_000_000), listed: {} };

const anInput = (changes: Partial<RouteInput>): RouteInput => ({
  campaign: aCampaign(),
  at: 1_000_000,
  inUse: [],
  filterInput,
  tries: new Map(),
  refused: [],
  seed: "seed",
  rowsAllowed: true,
  fallbackAllowed: true,
  ...changes,
});

const listKey = `InboundNumber:Number ${LIST_ID}`;

const findGroup = ({ group }: PlanRow, { groups }: CampaignBook) =>
  group === undefined ? undefined : groups?.[group];

/** The caps of the target, its group, its buyer, and, but for the fallback, the campaign. */
const listCaps = (row: PlanRow, campaign: CampaignBook, index: number): Cap[] => {
  const ofCampaign = index < campaign.rows.length ? campaign.caps : undefined;
  return [row.caps, findGroup(row, campaign)?.caps, row.buyerCaps, ofCampaign].flatMap(
    (owned) => owned?.list ?? [],
  );
};

const anyInput = fc.string().map((seed) => {
  const random = createRandom(seed);
  const campaign = inventCampaign(random);
  const all = [...campaign.rows, ...(campaign.fallback ? [campaign.fallback] : [])];
  const some = () => all.filter(() => random() < 0.2).map((row) => row.targetId);
  return anInput({
    campaign,
    // At 00:16:40 and at 00:17:00, when some targets close.
    at: random() < 0.5 ? 1_000_000 : 1_020_000,
    inUse: all.map(() => Math.floor(random() * 4)),
    capsUsed: all.map((row, index) =>
      listCaps(row, campaign, index).map((cap) =>
        toCapAmount(cap, BigInt(Math.floor(random() * 3)) * ("micros" in cap ? 25_000_000n : 1n)),
      ),
    ),
    sharedInUse: all.map(() => [0, 1].map(() => Math.floor(random() * 4))),
    rateUsed: all.map(() => Math.floor(random() * 3)),
    balances: all.map(() => [null, "0", "12500001", "900000000000"][Math.floor(random() * 4)] ?? null),
    agents: all.map(({ agent }) =>
      agent === undefined || random() < 0.1
        ? null
        : {
            presence: random() < 0.7 ? "available" : "away",
            since: 990_000 + Math.floor(random() * 10_000),
            talkedAt: random() < 0.5 ? 0 : 990_000 + Math.floor(random() * 10_000),
          },
    ),
    filterInput: { ...filterInput, listed: random() < 0.5 ? { [listKey]: random() < 0.5 } : {} },
    tries: new Map(
      some().map((id) => [id, { count: 1 + Math.floor(random() * 3), isUnanswered: random() < 0.7 }]),
    ),
    refused: some(),
    seed,
    rowsAllowed: random() < 0.8,
    fallbackAllowed: random() < 0.8,
  });
});

const isSwitchedOn = ({ enabled, group }: PlanRow, { campaign }: RouteInput): boolean =>
  enabled && (group === undefined || campaign.groups?.[group]?.enabled !== false);

const hasRoomUnder = (cap: Cap, used: number | string, worst: bigint): boolean => {
  if ("limit" in cap) return Number(used) < cap.limit;
  const counted = BigInt(used);
  const isAtConversion = "mode" in cap && cap.mode === "at-conversion";
  return counted < BigInt(cap.micros) && (isAtConversion || counted + worst <= BigInt(cap.micros));
};

/** Midnight in New York is at 5 UTC: a call of a Thursday at 0:16 UTC comes on Wednesday evening. */
const hasRoomAtOnce = (row: PlanRow, input: RouteInput, index: number): boolean => {
  const inUse = input.inUse[index] ?? 0;
  const shared = [findGroup(row, input.campaign)?.concurrencyMax, row.buyerConcurrencyMax].filter(
    (limit) => limit !== undefined,
  );
  const inHour = row.concurrencyGrid?.weekly.wed[19] ?? Number.POSITIVE_INFINITY;
  return (
    inUse < Math.min(row.concurrencyMax ?? Number.POSITIVE_INFINITY, inHour) &&
    shared.every((limit, place) => (input.sharedInUse?.[index]?.[place] ?? 0) < limit) &&
    (row.rate === undefined || (input.rateUsed?.[index] ?? 0) < row.rate.calls)
  );
};

const hasRoom = (row: PlanRow, input: RouteInput, index: number): boolean => {
  const { campaign, capsUsed } = input;
  const worst = toRevenueMax(row, campaign.timeLimitSeconds);
  return (
    listCaps(row, campaign, index).every((cap, place) =>
      hasRoomUnder(cap, capsUsed?.[index]?.[place] ?? 0, worst),
    ) && hasRoomAtOnce(row, input, index)
  );
};

/** At least a micro, and at least what the longest conversation earns where that is to be held. */
const hasMoney = (row: PlanRow, { balances, campaign }: RouteInput, index: number): boolean => {
  const balance = balances?.[index];
  if (row.prepaid === undefined) return true;
  if (typeof balance !== "string") return false;
  const most = row.prepaid.mode === "strict" ? toRevenueMax(row, campaign.timeLimitSeconds) : 1n;
  const left = BigInt(balance) + BigInt(row.prepaid.creditLimitMicros);
  return left >= (most > 0n ? most : 1n);
};

const isInService = ({ targetStatus, buyerStatus, barred }: PlanRow): boolean =>
  targetStatus === "active" && buyerStatus === "active" && barred === undefined;

/** What a person said last counts, and a wrap-up until somebody says otherwise. */
const isFree = ({ agent }: PlanRow, { agents, at }: RouteInput, index: number): boolean => {
  if (agent === undefined) return true;
  const { presence, since, talkedAt } = agents?.[index] ?? { presence: "away", since: 0, talkedAt: 0 };
  const isWrappingUp = talkedAt > since && talkedAt + agent.wrapUpSeconds * 1000 > at;
  return agent.lacks === undefined && presence === "available" && !isWrappingUp;
};

const mayBeDialled = ({ targetId, dialAttemptsMax = 1 }: PlanRow, { tries }: RouteInput): boolean => {
  const { count, isUnanswered } = tries.get(targetId) ?? { count: 0, isUnanswered: true };
  return isUnanswered && count < dialAttemptsMax;
};

const isAtHours = ({ schedule }: PlanRow, { at }: RouteInput): boolean =>
  schedule === undefined || schedule.hours.weekly.thu.some(({ to }) => to === "24:00" || at < 1_020_000);

const isOpen = (input: RouteInput, index: number): boolean => {
  const row = input.campaign.rows[index] ?? input.campaign.fallback;
  return (
    row !== null &&
    isSwitchedOn(row, input) &&
    isFree(row, input, index) &&
    isInService(row) &&
    isAtHours(row, input) &&
    (row.filter === undefined ||
      matchesPlainly(row.filter, input.filterInput.tags, input.filterInput.listed)) &&
    mayBeDialled(row, input) &&
    !input.refused.includes(row.targetId) &&
    hasMoney(row, input, index) &&
    hasRoom(row, input, index)
  );
};

test("only an open row is ever taken, and never while a better priority has one, or its own one that was dialled less", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { row } = route(input);
      const { rows } = input.campaign;
      const open = rows.flatMap((each, index) => (isOpen(input, index) ? [each] : []));
      if (row === null) {
        expect(input.rowsAllowed && open.length > 0).toBe(false);
        const hasFallback = input.campaign.fallback !== null && isOpen(input, rows.length);
        expect(input.fallbackAllowed && hasFallback).toBe(false);
        return;
      }
      if (row === "fallback") {
        expect(input.rowsAllowed && open.length > 0).toBe(false);
        expect(isOpen(input, rows.length)).toBe(true);
        return;
      }
      expect(isOpen(input, row)).toBe(true);
      const best = Math.min(...open.map(({ priority }) => priority));
      expect(rows[row]?.priority).toBe(best);
      const triesOf = ({ targetId }: PlanRow): number => input.tries.get(targetId)?.count ?? 0;
      const least = Math.min(...open.filter(({ priority }) => priority === best).map(triesOf));
      expect(rows[row] && triesOf(rows[row])).toBe(least);
    }),
    { numRuns: 2000 },
  );
});

test("every row and the fallback get one letter, and C stands where the choice is", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { row, beside, reasons } = route(input);
      const { rows, fallback } = input.campaign;
      expect(reasons).toHaveLength(rows.length + (fallback === null ? 0 : 1));
      const taken = [...beside, ...(row === null ? [] : [row === "fallback" ? rows.length : row])];
      expect(Array.from(reasons).flatMap((letter, index) => (letter === "C" ? [index] : []))).toEqual(taken);
      Array.from(reasons).forEach((letter, index) => {
        expect("CE".includes(letter)).toBe(isOpen(input, index));
      });
    }),
    { numRuns: 2000 },
  );
});

test("the first rule that fails gives the letter", () => {
  const row = aRow("Acme", {
    enabled: false,
    group: 0,
    targetStatus: "paused",
    buyerStatus: "paused",
    prepaid: { creditLimitMicros: "0", mode: "strict" },
    schedule: aSchedule({}),
    filter: aFilter([{ tag: "InboundNumber:Zip", operator: "exists" }]),
    caps: { list: [{ on: "dialled", period: "day", limit: 5 }], generation: 1, timeZone: "UTC" },
    concurrencyMax: 1,
  });
  const tries = new Map([[row.targetId, { count: 1, isUnanswered: true }]]);
  const names = { tries, refused: [row.targetId], inUse: [1], capsUsed: [[5]] };
  const group = { id: "group:1", name: "Night", priority: 1, weight: 1, strategy: "pool" } as const;
  const groups = [
    { ...group, enabled: false },
    { ...group, enabled: true },
  ];
  const letterOf = (changes: Partial<typeof row>, more: Partial<RouteInput> = {}) =>
    route(anInput({ ...names, ...more, campaign: aCampaign({ groups, rows: [{ ...row, ...changes }] }) }))
      .reasons;
  const enabled = { enabled: true } as const;
  const grouped = { ...enabled, group: 1 } as const;
  const unpaused = { ...grouped, targetStatus: "active" } as const;
  const standing = { ...unpaused, buyerStatus: "active" } as const;
  const paid = { balances: ["900000000000"] };
  const untried = { ...paid, tries: new Map() };
  const open = { ...standing, schedule: aSchedule({ thu: [{ from: "00:00", to: "24:00" }] }) };
  const matching = {
    ...open,
    filter: aFilter([{ tag: "InboundNumber:Zip", operator: "exists", isNot: true }]),
  };
  expect([
    letterOf({}),
    letterOf(enabled),
    letterOf(grouped),
    letterOf(unpaused),
    letterOf(standing),
    letterOf(standing, paid),
    letterOf(open, paid),
    letterOf(matching, paid),
    letterOf(matching, untried),
    letterOf(matching, { ...untried, refused: [] }),
    letterOf(matching, { ...untried, refused: [], capsUsed: [[4]] }),
    letterOf(matching, { ...untried, refused: [], capsUsed: [[4]], inUse: [0] }),
  ]).toEqual(["D", "G", "T", "B", "O", "H", "X", "A", "R", "P", "F", "C"]);
});

const countChoices = (changes: Partial<RouteInput>, draws: number): Map<unknown, number> => {
  const counts = new Map<unknown, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    const { row } = route(anInput({ ...changes, seed: `call:${draw}` }));
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
};

test("calls are shared among rows of one priority by weight", () => {
  const rows = [aRow("A", { weight: 1 }), aRow("B", { weight: 2 }), aRow("C", { weight: 7 })];
  const later = aRow("D", { weight: 90, priority: 2 });
  const counts = countChoices({ campaign: aCampaign({ rows: [...rows, later] }) }, 20_000);
  // Four standard deviations of a share drawn 20,000 times.
  [0.1, 0.2, 0.7].forEach((share, row) => {
    const spread = 4 * Math.sqrt((share * (1 - share)) / 20_000);
    expect(Math.abs((counts.get(row) ?? 0) / 20_000 - share)).toBeLessThan(spread);
  });
  expect(counts.get(3)).toBeUndefined();
});

test("the seed decides the draw", () => {
  const campaign = aCampaign({ rows: [aRow("A"), aRow("B"), aRow("C")] });
  const draw = (seed: string) => route(anInput({ campaign, seed })).row;
  const seeds = Array.from({ length: 50 }, (_, index) => `call:${index}`);
  expect(seeds.map(draw)).toEqual(seeds.map(draw));
  expect(new Set(seeds.map(draw)).size).toBe(3);
});
