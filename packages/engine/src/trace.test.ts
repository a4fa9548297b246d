import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { PlanRow } from "#book.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { aSchedule } from "#testing/hours.ts";
import { arrivedFact, createStage, decide, tell } from "#testing/stage.ts";
import { reasonOf } from "./reason.ts";
import { explainDecision } from "./trace.ts";

const explainArrival = (rows: PlanRow[], inUse: Record<string, number> = {}) => {
  const campaign = aCampaign({ rows, fallback: aRow("Night Desk") });
  const stage = createStage(campaign);
  for (const [name, calls] of Object.entries(inUse)) stage.inUse.set(name, calls);
  tell(stage, arrivedFact());
  return explainDecision({
    decided: decide(stage, { kind: "arrived" }).fact,
    at: stage.now,
    arrived: stage.state.arrived,
    campaign,
  });
};

test("the sentence names the level, the draw, and who was not open with the numbers", () => {
  const rows = [
    aRow("Acme", { weight: 1_000_000 }),
    aRow("Bright", { concurrencyMax: 1 }),
    aRow("City"),
    aRow("Dent", { priority: 2, targetStatus: "paused" }),
  ];
  expect(explainArrival(rows, { Bright: 1 }).sentence).toBe(
    "Went to Acme because the draw by weight picked it from the 2 open targets at priority 1; Bright was at its limit (1 of 1 call).",
  );
});

test("each candidate carries its own sentence and numbers", () => {
  const { candidates } = explainArrival(
    [aRow("Acme", { concurrencyMax: 5 }), aRow("Bright", { priority: 4 })],
    {
      Acme: 3,
    },
  );
  expect(candidates.map(({ row, sentence, numbers }) => ({ row, sentence, numbers }))).toEqual([
    { row: 0, sentence: "was chosen", numbers: { inUse: 3, limit: 5 } },
    { row: 1, sentence: "was open, but a target at priority 1 goes first", numbers: null },
    { row: "fallback", sentence: "is the fallback and was not needed", numbers: null },
  ]);
});

test("a candidate with hours carries their verdict at the decision, chosen or not", () => {
  const open = aSchedule({ thu: [{ from: "00:00", to: "00:17" }] });
  const closed = aSchedule({ thu: [{ from: "00:17", to: "08:00" }] });
  const { candidates } = explainArrival([
    aRow("Acme", { schedule: open }),
    aRow("Bright", { schedule: closed }),
    aRow("City", { priority: 2 }),
  ]);
  expect(candidates.map(({ sentence, hours }) => [sentence, hours])).toMatchObject([
    ["was chosen", { isOpen: true, localTime: "1970-01-01T00:16", closesAt: 1_020_000 }],
    ["was closed until Thursday 00:17 (UTC)", { isOpen: false, opensAt: 1_020_000 }],
    ["was open, but a target at priority 1 goes first", null],
    ["is the fallback and was not needed", null],
  ]);
});

test("a candidate with caps carries what each had counted, chosen or not", () => {
  const counter = "target:target:Bright:1:connected:day:0";
  const caps = {
    list: [
      { on: "dialled", period: "all-time", limit: 9 },
      { on: "connected", period: "day", limit: 1 },
    ],
    generation: 1,
    timeZone: "UTC",
  } as const;
  const rows = [aRow("Acme", { caps }), aRow("Bright", { caps }), aRow("City", { priority: 2 })];
  const campaign = aCampaign({ rows });
  const stage = createStage(campaign);
  stage.counted.set(counter, 1n);
  tell(stage, arrivedFact());
  const { fact } = decide(stage, { kind: "arrived" });
  expect(fact.capsUsed).toEqual([[0, 0], [0, 1], []]);
  const { candidates } = explainDecision({
    decided: fact,
    at: stage.now,
    arrived: stage.state.arrived,
    campaign,
  });
  expect(candidates.map(({ sentence }) => sentence)).toEqual([
    "was chosen",
    "had reached its cap: 1 of 1 connected call this day (UTC)",
    "was open, but a target at priority 1 goes first",
  ]);
  expect(
    candidates.map(({ caps: numbers }) => numbers.map(({ cap }) => [cap.used, "limit" in cap && cap.limit])),
  ).toEqual([
    [
      [0, 9],
      [0, 1],
    ],
    [
      [0, 9],
      [1, 1],
    ],
    [],
  ]);
});

test("a long list of closed targets is cut short, and counted", () => {
  const closed = ["B", "C", "D", "E", "F"].map((name) => aRow(name, { enabled: false }));
  expect(explainArrival([aRow("A"), ...closed]).sentence).toMatch(/; 2 more were not open\.$/);
});

test("without its campaign a decision still says where the call went", () => {
  const { state } = inventHistory("a");
  for (const decided of state.decisions) {
    const { sentence, candidates } = explainDecision({ decided, at: 0, arrived: null, campaign: null });
    expect(candidates).toEqual([]);
    expect(sentence).toMatch(/^(Went to target|Played|Asked the caller|Hung up) .*\.$/);
  }
});

test("every decision of every call can be put into words", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state, campaign } = inventHistory(seed);
      for (const decided of state.decisions) {
        const { sentence, candidates } = explainDecision({
          decided,
          at: 1_000_000,
          arrived: state.arrived,
          campaign,
        });
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(candidates).toHaveLength(decided.reasons.length);
        const chosen = candidates.findLast(({ reason }) => reason === "chosen");
        expect(decided.choice.kind === "dial" ? decided.choice.row : undefined).toBe(chosen?.row);
      }
    }),
    { numRuns: 500 },
  );
});

test("a letter that no engine wrote is refused", () => {
  expect(reasonOf("F")).toBe("concurrency-full");
  expect(() => reasonOf("?")).toThrow('"?"');
});
