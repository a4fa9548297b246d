import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { PlanRow } from "#book.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { createRandom } from "#random.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { aFilter, LIST_ID, matchesPlainly } from "#testing/filters.ts";
import { inventCampaign } from "#testing/history.ts";
import { aSchedule } from "#testing/hours.ts";
import { arrivedFact } from "#testing/stage.ts";
import { route, type RouteInput } from "./route.ts";

const filterInput = { tags: createCallTags(arrivedFact(), 1_000_000), listed: {} };

const anInput = (changes: Partial<RouteInput>): RouteInput => ({
  campaign: aCampaign(),
  at: 1_000_000,
  inUse: [],
  filterInput,
  tried: [],
  refused: [],
  seed: "seed",
  rowsAllowed: true,
  fallbackAllowed: true,
  ...changes,
});

const listKey = `InboundNumber:Number ${LIST_ID}`;

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
    capsUsed: all.map(({ caps }) => caps?.list.map(() => Math.floor(random() * 3)) ?? []),
    filterInput: { ...filterInput, listed: random() < 0.5 ? { [listKey]: random() < 0.5 } : {} },
    tried: some(),
    refused: some(),
    seed,
    rowsAllowed: random() < 0.8,
    fallbackAllowed: random() < 0.8,
  });
});

const isSwitchedOn = ({ enabled, group }: PlanRow, { campaign }: RouteInput): boolean =>
  enabled && (group === undefined || campaign.groups?.[group]?.enabled !== false);

const hasRoom = ({ caps, concurrencyMax }: PlanRow, input: RouteInput, index: number): boolean =>
  (caps?.list ?? []).every(({ limit }, cap) => (input.capsUsed?.[index]?.[cap] ?? 0) < limit) &&
  (concurrencyMax === null || (input.inUse[index] ?? 0) < concurrencyMax);

const isInService = ({ targetStatus, buyerStatus, barred }: PlanRow): boolean =>
  targetStatus === "active" && buyerStatus === "active" && barred === undefined;

const isOpen = (input: RouteInput, index: number): boolean => {
  const row = input.campaign.rows[index] ?? input.campaign.fallback;
  return (
    row !== null &&
    isSwitchedOn(row, input) &&
    isInService(row) &&
    (row.schedule === undefined ||
      row.schedule.hours.weekly.thu.some(({ to }) => to === "24:00" || input.at < 1_020_000)) &&
    (row.filter === undefined ||
      matchesPlainly(row.filter, input.filterInput.tags, input.filterInput.listed)) &&
    !input.tried.includes(row.targetId) &&
    !input.refused.includes(row.targetId) &&
    hasRoom(row, input, index)
  );
};

test("only an open row is ever taken, and never while a better priority has one", () => {
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
      expect(rows[row]?.priority).toBe(Math.min(...open.map(({ priority }) => priority)));
    }),
    { numRuns: 2000 },
  );
});

test("every row and the fallback get one letter, and C stands where the choice is", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { row, reasons } = route(input);
      const { rows, fallback } = input.campaign;
      expect(reasons).toHaveLength(rows.length + (fallback === null ? 0 : 1));
      expect(reasons.indexOf("C")).toBe(row === null ? -1 : row === "fallback" ? rows.length : row);
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
    schedule: aSchedule({}),
    filter: aFilter([{ tag: "InboundNumber:Zip", operator: "exists" }]),
    caps: { list: [{ on: "dialled", period: "day", limit: 5 }], generation: 1, timeZone: "UTC" },
    concurrencyMax: 1,
  });
  const names = { tried: [row.targetId], refused: [row.targetId], inUse: [1], capsUsed: [[5]] };
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
    letterOf(open),
    letterOf(matching),
    letterOf(matching, { tried: [] }),
    letterOf(matching, { tried: [], refused: [] }),
    letterOf(matching, { tried: [], refused: [], capsUsed: [[4]] }),
    letterOf(matching, { tried: [], refused: [], capsUsed: [[4]], inUse: [0] }),
  ]).toEqual(["D", "G", "T", "B", "H", "X", "A", "R", "P", "F", "C"]);
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
