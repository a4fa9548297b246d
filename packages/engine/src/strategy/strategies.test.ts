import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CampaignBook, PlanGroup, PlanRow } from "#book.ts";
import { replayDecision } from "#call/replay.ts";
import type { DecidedFact } from "#call/event.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { createRandom } from "#random.ts";
import { reasonLetters } from "#reason.ts";
import { route, type RouteInput } from "#route/route.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventCampaign } from "#testing/invent-campaign.ts";
import { arrivedFact, createStage, decide, tell, type Stage } from "#testing/stage.ts";
import { emptyCall } from "#call/fold.ts";
import { compileAsked } from "./asked.ts";
import { rankRow, rankUnit, toIdleSince, type Rank } from "./pick.ts";
import { strategyOfLevel, strategyOfRow } from "./recency.ts";
import { isComparing } from "./strategy.ts";
import { listUnits } from "./unit.ts";

const aGroup = (name: string, changes: Partial<PlanGroup> = {}): PlanGroup => ({
  id: `group:${name}`,
  name,
  priority: 1,
  weight: 1,
  enabled: true,
  strategy: "weighted",
  ...changes,
});

/** Calls one after another, each offered once; the rows they went to. */
const callOften = (stage: Stage, calls: number, afterMs = 1000): number[] =>
  Array.from({ length: calls }, (_, index) => {
    stage.now += afterMs;
    stage.state = emptyCall("call", "account");
    tell(stage, arrivedFact());
    const { choice } = decide(stage, { kind: "arrived" }, `call:${index}`).fact;
    if (choice.kind !== "dial" || choice.row === "fallback") throw new Error("Nobody was dialled.");
    return choice.row;
  });

const countEach = (rows: readonly number[], length: number): number[] =>
  Array.from({ length }, (_, index) => rows.filter((row) => row === index).length);

const spreadOf = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

test("a round robin whose units all stay open gives each as many calls, but for one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(0, 1000),
      (single, sizes, calls, afterMs) => {
        const groups = sizes.map((_, index) => aGroup(`G${index}`, { strategy: "round-robin" }));
        const rows = [
          ...Array.from({ length: single }, (_, index) => aRow(`S${index}`)),
          ...sizes.flatMap((size, group) =>
            Array.from({ length: size }, (_, index) => aRow(`G${group} ${index}`, { group })),
          ),
        ];
        const stage = createStage(aCampaign({ groups, rows, strategies: { "1": "round-robin" } }));
        const went = callOften(stage, calls, afterMs);
        const unitOf = (row: number): number => (row < single ? row : single + (rows[row]?.group ?? 0));
        const units = countEach(went.map(unitOf), single + sizes.length);
        expect(spreadOf(units)).toBeLessThanOrEqual(1);
        for (const group of groups.keys()) {
          const members = rows.flatMap((row, index) => (row.group === group ? [index] : []));
          const each = members.map((member) => went.filter((row) => row === member).length);
          expect(spreadOf(each)).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("weights hold within their bounds, between groups and within them", () => {
  const groups = [aGroup("G", { weight: 3 })];
  const rows = [
    aRow("A", { weight: 1 }),
    aRow("B", { weight: 1, group: 0 }),
    aRow("C", { weight: 4, group: 0 }),
  ];
  const campaign = aCampaign({ groups, rows });
  const draws = 20_000;
  const counts = [0, 0, 0];
  for (let draw = 0; draw < draws; draw += 1) {
    const { row } = route(toInput(campaign, `call:${draw}`));
    if (typeof row === "number") counts[row] = (counts[row] ?? 0) + 1;
  }
  [1 / 4, 3 / 20, 12 / 20].forEach((share, row) => {
    const spread = 4 * Math.sqrt((share * (1 - share)) / draws);
    expect(Math.abs((counts[row] ?? 0) / draws - share)).toBeLessThan(spread);
  });
});

const toInput = (campaign: CampaignBook, seed: string, changes: Partial<RouteInput> = {}): RouteInput => ({
  campaign,
  at: 1_000_000,
  inUse: campaign.rows.map(() => 0),
  filterInput: { tags: createCallTags(arrivedFact(), 1_000_000), listed: {} },
  tries: new Map(),
  refused: [],
  seed,
  rowsAllowed: true,
  fallbackAllowed: true,
  ...changes,
});

const anyInput = fc.string().map((seed) => {
  const random = createRandom(seed);
  const campaign = inventCampaign(random);
  const asked = compileAsked(campaign);
  const read = asked.marks.map(() => Math.floor(random() * 4));
  const all = campaign.fallback === null ? campaign.rows : [...campaign.rows, campaign.fallback];
  return toInput(campaign, seed, {
    inUse: all.map(() => Math.floor(random() * 4)),
    recency: asked.toRecency(9, read),
    tries: new Map(
      all
        .filter(() => random() < 0.15)
        .map(({ targetId }) => [targetId, { count: 1, isUnanswered: random() < 0.5 }]),
    ),
  });
});

const toNumber = ([first, second]: Rank): number => first * 1_000_000 + second;

test("nobody of a list whose strategy compares stands before the one that it picked", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { campaign, inUse, recency } = input;
      const { row, reasons } = route(input);
      if (typeof row !== "number") return;
      const plan = campaign.rows[row];
      if (plan === undefined) throw new Error("A row was chosen that there is not.");
      const triesOf = (index: number) => input.tries.get(campaign.rows[index]?.targetId ?? "")?.count ?? 0;
      const isOpen = (index: number) =>
        triesOf(index) === triesOf(row) &&
        (reasons[index] === reasonLetters.chosen || reasons[index] === reasonLetters["not-reached"]);
      const units = listUnits(campaign, plan.priority, isOpen);
      const unit = units.find(({ rows }) => rows.includes(row));
      if (unit === undefined) throw new Error("The chosen row is in no unit.");
      const compared = { inUse, recency };
      const level = strategyOfLevel(campaign, plan.priority);
      if (isComparing(level)) {
        const ranks = units.map((each) => toNumber(rankUnit(level, each, compared)));
        expect(toNumber(rankUnit(level, unit, compared))).toBe(Math.min(...ranks));
      }
      const own = strategyOfRow(campaign, plan);
      if (isComparing(own)) {
        const ranks = unit.rows.map((each) => toNumber(rankRow(own, each, compared)));
        expect(toNumber(rankRow(own, row, compared))).toBe(Math.min(...ranks));
      }
    }),
    { numRuns: 2000 },
  );
});

/** One level, ungrouped, all open: the plainest form of each law. */
const anyOpenLevel = fc
  .array(fc.record({ calls: fc.nat(3), offered: fc.nat(3), ended: fc.nat(3) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) => ({
    rows: list.map((_, index) => aRow(`T${index}`)),
    inUse: list.map(({ calls }) => calls),
    recency: { stamp: 9, offered: list.map(({ offered }) => offered), ended: list.map(({ ended }) => ended) },
  }));

test("a pool never picks one with more calls in progress than another open one", () => {
  fc.assert(
    fc.property(anyOpenLevel, ({ rows, inUse, recency }) => {
      const campaign = aCampaign({ rows, strategies: { "1": "pool" } });
      const { row } = route(toInput(campaign, "seed", { inUse, recency }));
      expect(inUse[Number(row)]).toBe(Math.min(...inUse));
    }),
  );
});

test("longest idle never picks one that has been idle for less, nor a busy one before an idle one", () => {
  fc.assert(
    fc.property(anyOpenLevel, ({ rows, inUse, recency }) => {
      const campaign = aCampaign({ rows, strategies: { "1": "longest-idle" } });
      const { row } = route(toInput(campaign, "seed", { inUse, recency }));
      const idle = [...rows.keys()].filter((each) => inUse[each] === 0);
      const rivals = idle.length > 0 ? idle : [...rows.keys()];
      expect(rivals).toContain(row);
      const since = rivals.map((each) => toIdleSince({ inUse, recency }, each));
      expect(toIdleSince({ inUse, recency }, Number(row))).toBe(Math.min(...since));
    }),
  );
});

/** How often a decision over so many rows looks at any of them. */
const countReads = (length: number): number => {
  let reads = 0;
  const rows = Array.from({ length }, (_, index) => {
    const row = aRow(`T${index}`, { group: Math.floor(index / 4) });
    return new Proxy<PlanRow>(row, {
      get: (target, name): unknown => {
        reads += 1;
        return Reflect.get(target, name);
      },
    });
  });
  const groups = Array.from({ length: length / 4 }, (_, index) => aGroup(`G${index}`, { strategy: "pool" }));
  route(toInput(aCampaign({ rows, groups, strategies: { "1": "longest-idle" } }), "seed"));
  return reads;
};

test("each row is looked at a constant number of times", () => {
  expect(countReads(4000) / countReads(400)).toBeLessThan(10.5);
});

test("a decision keeps what its strategies compared, and is made again from it", () => {
  const groups = [aGroup("Night", { strategy: "longest-idle" })];
  const rows = [aRow("A"), aRow("B", { group: 0 }), aRow("C", { group: 0 })];
  const stage = createStage(aCampaign({ groups, rows, strategies: { "1": "round-robin" } }));
  expect(callOften(stage, 4)).toEqual([0, 1, 0, 2]);
  const fact = stage.state.decisions[0];
  expect(fact).toMatchObject({
    recency: {
      stamp: 1_004_000,
      turns: [1_003_000, 0, 0],
      groupTurns: [1_002_000],
      offered: [0, 1_002_000, 0],
    },
    choice: { offer: { stamp: 1_004_000, turns: ["turn:campaign:1:group:Night"] } },
  });
  const isSame = (decided: DecidedFact) => replayDecision(decided, stage.campaign, stage.state).isSame;
  if (fact === undefined) throw new Error("Nothing was decided.");
  expect(isSame(fact)).toBe(true);
  const { recency: _, ...without } = fact;
  expect(isSame(without)).toBe(false);
});
