import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignBook } from "#book.ts";
import { listCounters } from "#cap/counter.ts";
import { listRowCaps } from "#cap/owner.ts";
import { reasonOf } from "#reason.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { aFilter } from "#testing/filters.ts";
import { aSchedule } from "#testing/hours.ts";
import { inventCampaign } from "#testing/invent-campaign.ts";
import { createRandom } from "#random.ts";
import { arrivedFact, createStage, decide, tell } from "#testing/stage.ts";
import { listRoom, toCampaignForAll } from "./list-room.ts";

type Numbers = { inUse?: Record<string, number>; counted?: bigint };

/** A call that would come at 00:16:40 UTC on a Thursday. */
const toTrial = (of: CampaignBook, { inUse = {}, counted }: Numbers = {}) => {
  const campaign = toCampaignForAll(of);
  const stage = createStage(campaign);
  for (const [name, calls] of Object.entries(inUse)) stage.inUse.set(name, calls);
  for (const row of campaign.rows) {
    for (const { owner, caps } of listRowCaps(campaign, row, false)) {
      for (const counter of listCounters(owner, caps, stage.now)) {
        if (counted !== undefined) stage.counted.set(counter, counted);
      }
    }
  }
  const arrived = arrivedFact();
  tell(stage, arrived);
  const { fact: decided } = decide(stage, { kind: "arrived" });
  return { campaign, arrived, at: stage.now, decided };
};

const read = (campaign: CampaignBook, numbers?: Numbers) =>
  listRoom(toTrial(campaign, numbers)).map(({ full, group }) => [full, group]);

const group = { name: "Roofers", priority: 1, weight: 1, enabled: true, strategy: "weighted" } as const;

const day = {
  list: [{ on: "connected", period: "day", limit: 50 }],
  generation: 1,
  timeZone: "UTC",
} as const;

/** Midnight after the stage's now. */
const tomorrow = 86_400_000;

test("a row that nothing is over has room, and so has one under limits that are not reached", () => {
  const rows = [aRow("Acme"), aRow("Bolt", { concurrencyMax: 2 })];
  expect(read(aCampaign({ rows }), { inUse: { Bolt: 1 } })).toEqual([
    [null, null],
    [null, null],
  ]);
});

test("a group's calls at once bind each member, by the group's name, and are told beside it", () => {
  const rows = [aRow("Acme", { group: 0 }), aRow("Bolt", { group: 0 }), aRow("Crown")];
  const campaign = aCampaign({ rows, groups: [{ ...group, id: "g", concurrencyMax: 5 }] });
  const full = {
    kind: "concurrency-full",
    owner: { scope: "target-group", name: "Roofers" },
    text: "5 of 5 calls at once",
    until: null,
    timeZone: null,
  };
  const calls = { inUse: 5, limit: 5 };
  expect(read(campaign, { inUse: { Roofers: 5 } })).toEqual([
    [full, calls],
    [full, calls],
    [null, null],
  ]);
});

test.each([
  ["target", { rows: [aRow("Acme", { caps: day })] }, "Acme"],
  [
    "target-group",
    { rows: [aRow("Acme", { group: 0 })], groups: [{ ...group, id: "g", caps: day }] },
    "Roofers",
  ],
  ["buyer", { rows: [aRow("Acme", { buyerCaps: day })] }, "Acme Inc."],
  ["campaign", { rows: [aRow("Acme")], caps: day }, "Dental"],
] as const)("a full cap of a %s is told with its numbers and its end", (scope, of, name) => {
  const [[full] = []] = read(aCampaign(of), { counted: 50n });
  expect(full).toMatchObject({
    kind: "cap-full",
    owner: { scope, name },
    text: "50 of 50 connected calls this day (UTC)",
    until: tomorrow,
    timeZone: "UTC",
  });
  expect(read(aCampaign(of), { counted: 49n })[0]?.[0]).toBeNull();
});

test("the last call at once that two who ring together share is room for each of them", () => {
  const rows = [aRow("Acme", { group: 0 }), aRow("Bolt", { group: 0 })];
  const groups = [{ ...group, id: "g", strategy: "simultaneous" as const, concurrencyMax: 5 }];
  const campaign = aCampaign({ rows, groups, strategies: { 1: "simultaneous" } });
  expect(read(campaign, { inUse: { Roofers: 4 } }).map(([full]) => full)).toEqual([null, null]);
});

test("of a strict cap on revenue enough must be left for what a call may come to", () => {
  const caps = {
    list: [{ on: "revenue", period: "day", micros: "60000000" }],
    generation: 1,
    timeZone: "UTC",
  } as const;
  const campaign = aCampaign({ rows: [aRow("Acme")], caps });
  expect(read(campaign, { counted: 35_000_000n })[0]?.[0]).toBeNull();
  expect(read(campaign, { counted: 35_000_001n })[0]?.[0]).toMatchObject({
    owner: { scope: "campaign", name: "Dental" },
    text: "35.000001 of 60.00 USD of revenue this day (UTC), and a call may come to 25.00 USD",
  });
});

test("whoever calls and whatever else keeps calls away, room is asked alone", () => {
  const row = aRow("Acme", {
    enabled: false,
    targetStatus: "paused",
    buyerStatus: "paused",
    barred: { kind: "country", country: "FR" },
    schedule: aSchedule({}),
    filter: aFilter([{ tag: "InboundNumber:AreaCode", operator: "equals", value: "303" }]),
    concurrencyMax: 1,
    group: 0,
  });
  const groups = [{ ...group, id: "g", enabled: false }];
  const campaign = aCampaign({ rows: [row], groups, status: "paused", attestations: ["A"] });
  expect(read(campaign)[0]?.[0]).toBeNull();
  expect(read(campaign, { inUse: { Acme: 1 } })[0]?.[0]).toMatchObject({
    owner: { scope: "target", name: "Acme" },
    text: "1 of 1 call at once",
  });
});

test("law: a row has a full limit exactly when the engine passes it over for one", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom(0, 1, 3),
      fc.constantFrom(0n, 2n, 50_000_000n),
      (seed, calls, counted) => {
        const campaign = inventCampaign(createRandom(seed));
        const inUse = Object.fromEntries(campaign.rows.map(({ targetName }) => [targetName, calls]));
        const trial = toTrial(campaign, { inUse, counted });
        const { reasons } = trial.decided;
        const rooms = listRoom(trial);
        expect(rooms.length).toBe(campaign.rows.length);
        for (const [index, { full }] of rooms.entries()) {
          const reason = reasonOf(reasons[index] ?? "");
          const isFull = reason === "cap-full" || reason === "concurrency-full" || reason === "rate-full";
          expect(full?.kind ?? null).toBe(isFull ? reason : null);
        }
      },
    ),
  );
});
