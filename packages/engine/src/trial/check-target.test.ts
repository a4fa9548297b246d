import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { PlanRow } from "#book.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { aFilter, someFilters } from "#testing/filters.ts";
import { aSchedule } from "#testing/hours.ts";
import { arrivedFact, createStage, decide, tell } from "#testing/stage.ts";
import { listCounters } from "#cap/counter.ts";
import { checkTarget, type TargetTrial } from "./check-target.ts";

const caps = { list: [{ on: "dialled", period: "day", limit: 2 }], generation: 1, timeZone: "UTC" } as const;

type Numbers = { inUse?: number; counted?: number };

/** A call that would come at 00:16:40 UTC on a Thursday. */
const toTrial = (row: PlanRow, { inUse = 0, counted = 0 }: Numbers = {}): TargetTrial => {
  const campaign = aCampaign({ rows: [row] });
  const stage = createStage(campaign);
  stage.inUse.set(row.targetName, inUse);
  for (const counter of row.caps
    ? listCounters({ scope: "target", id: row.targetId }, row.caps, stage.now)
    : []) {
    stage.counted.set(counter, BigInt(counted));
  }
  const arrived = arrivedFact();
  tell(stage, arrived);
  const { fact: decided } = decide(stage, { kind: "arrived" });
  return { campaign, arrived, at: stage.now, decided };
};

const check = (row: PlanRow, numbers: Numbers = {}, isCallerKnown = true) =>
  checkTarget(toTrial(row, numbers), { isCallerKnown });

const toWords = ({ rules }: ReturnType<typeof check>) =>
  Object.fromEntries(rules.map(({ rule, verdict, sentence }) => [rule, `${verdict}: ${sentence}`]));

test("a target with nothing against the call passes every rule, in the order in which they are asked", () => {
  const found = check(aRow("Acme"));
  expect(found.takes).toBe(true);
  expect(found.rules.map(({ rule, verdict, sentence }) => [rule, verdict, sentence])).toEqual([
    ["target-paused", "passes", "is active"],
    ["buyer-paused", "passes", "belongs to Acme Inc., which is active"],
    ["buyer-out-of-balance", "passes", "needs no balance of its buyer"],
    ["destination-barred", "passes", "may be dialled by this account"],
    ["closed", "passes", "is always open"],
    ["filtered", "passes", "takes all calls"],
    ["cap-full", "passes", "has no caps"],
    ["concurrency-full", "passes", "has no limit of calls at once"],
    ["rate-full", "passes", "takes calls as fast as they come"],
  ]);
});

test("every rule that fails is named with its numbers, not only the first", () => {
  const row = aRow("Acme", {
    targetStatus: "paused",
    buyerStatus: "paused",
    barred: { kind: "country", country: "FR" },
    schedule: aSchedule({ thu: [{ from: "08:00", to: "17:00" }] }),
    filter: aFilter([{ tag: "InboundNumber:AreaCode", operator: "equals", value: "303" }]),
    caps,
    concurrencyMax: 3,
  });
  const found = check(row, { inUse: 3, counted: 2 });
  expect(found.takes).toBe(false);
  expect(toWords(found)).toEqual({
    "target-paused": "fails: is paused",
    "buyer-paused": "fails: is closed because its buyer, Acme Inc., was paused",
    "buyer-out-of-balance": "passes: needs no balance of its buyer",
    "destination-barred":
      "fails: is not dialled because France is not among the countries that this account dials",
    closed: "fails: is closed until Thursday 08:00 (UTC)",
    filtered: "fails: is filtered out: the caller's area code is 202, and it takes only 303",
    "cap-full": "fails: has reached its cap: 2 of 2 dialled calls this day (UTC)",
    "concurrency-full": "fails: is at its limit (3 of 3 calls)",
    "rate-full": "passes: takes calls as fast as they come",
  });
});

test("what turns by itself says when", () => {
  const schedule = aSchedule({ thu: [{ from: "00:00", to: "17:00" }] });
  const found = check(aRow("Acme", { schedule, caps }), { counted: 2 });
  const untils = found.rules.filter(({ until }) => until !== null);
  expect(untils.map(({ rule, verdict, until }) => [rule, verdict, until])).toEqual([
    ["closed", "passes", 17 * 3_600_000],
    ["cap-full", "fails", 86_400_000],
  ]);
});

test("a buyer who pays in advance needs enough for the call, and what comes after is asked all the same", () => {
  const prepaid = { creditLimitMicros: "0", mode: "at-conversion" } as const;
  const trial = toTrial(aRow("Acme", { prepaid, concurrencyMax: 1 }), { inUse: 1 });
  const ask = (balance: string) =>
    toWords(
      checkTarget({ ...trial, decided: { ...trial.decided, balances: [balance] } }, { isCallerKnown: true }),
    );
  expect(ask("3200000")).toMatchObject({
    "buyer-out-of-balance": "passes: has a buyer with enough balance: 3.20 USD left",
    "concurrency-full": "fails: is at its limit (1 of 1 call)",
  });
  const poor = ask("0");
  expect(poor["buyer-out-of-balance"]).toMatch(/^fails: .*0\.00 USD left/);
  expect(poor["concurrency-full"]).toMatch(/^fails/);
});

test("after a rule that is none of the target's own, nothing is said to pass that was not asked", () => {
  const { takes, rules } = check(aRow("Acme", { enabled: false }));
  expect(takes).toBe(false);
  expect(rules.map(({ rule, verdict }) => `${rule} ${verdict}`)).toContain("row-disabled fails");
  expect(rules.filter(({ verdict }) => verdict === "passes")).toEqual([]);
});

test("a cap of all time never begins anew by itself", () => {
  const forever = {
    ...caps,
    list: [...caps.list, { on: "connected", period: "all-time", limit: 1 } as const],
  };
  const found = check(aRow("Acme", { caps: forever }), { counted: 2 });
  expect(found.rules.find(({ rule }) => rule === "cap-full")).toMatchObject({
    verdict: "fails",
    until: null,
  });
});

test("a cap on money that a call may exceed has room again with its period, unless one call is too much for it", () => {
  const revenueMicros = "10000000";
  const toFull = (micros: string) => {
    const list = [{ on: "revenue", period: "day", micros }] as const;
    return { revenueMicros, caps: { ...caps, list } };
  };
  const [short] = check(aRow("Acme", toFull("25000000")), { counted: 20_000_000 }).rules.slice(6);
  expect(short).toMatchObject({ rule: "cap-full", verdict: "fails", until: 86_400_000 });
  const [never] = check(aRow("Acme", toFull("5000000"))).rules.slice(6);
  expect(never).toMatchObject({ rule: "cap-full", verdict: "fails", until: null });
});

test("without a caller it is an open question whom a target does not take again", () => {
  const target = { after: "connected", window: { kind: "days", days: 30 } } as const;
  const buyer = { after: "converted", window: { kind: "ever" } } as const;
  const row = aRow("Acme", { protection: { target, buyer } });
  const open = check(row, {}, false);
  expect(open.takes).toBeNull();
  expect(toWords(open)["duplicate-caller"]).toBe(
    "depends: takes nobody whom it talked to in the last 30 days, and nobody whom its buyer, Acme Inc., converted at any time before",
  );
  expect(check(row).takes).toBe(true);
  expect(check({ ...row, targetStatus: "paused" }, {}, false).takes).toBe(false);
});

test("without a caller the filter is an open question, and the other rules are not", () => {
  const filter = aFilter([{ tag: "InboundNumber:AreaCode", operator: "equals", value: "303" }]);
  const open = check(aRow("Acme", { filter }), {}, false);
  expect(open.takes).toBeNull();
  expect(toWords(open)["filtered"]).toBe("depends: takes calls only when the caller's area code is 303");
  expect(check(aRow("Acme", { filter, targetStatus: "paused" }), {}, false).takes).toBe(false);
  expect(check(aRow("Acme"), {}, false).takes).toBe(true);
});

const anyRow = fc
  .record({
    targetStatus: fc.constantFrom("active", "paused"),
    buyerStatus: fc.constantFrom("active", "paused"),
    isBarred: fc.boolean(),
    opens: fc.constantFrom("00:00", "08:00", null),
    filter: fc.constantFrom(...someFilters, null),
    hasCaps: fc.boolean(),
    concurrencyMax: fc.constantFrom(null, 2),
  })
  .map(({ isBarred, opens, filter, hasCaps, ...rest }) =>
    aRow("Acme", {
      ...rest,
      ...(isBarred && { barred: { kind: "country", country: "FR" } as const }),
      ...(opens !== null && { schedule: aSchedule({ thu: [{ from: opens, to: "17:00" }] }) }),
      ...(filter !== null && { filter }),
      ...(hasCaps && { caps }),
    }),
  );

test("law: it takes the call exactly when the engine dials the row, and the first rule that fails is the trace's", () => {
  fc.assert(
    fc.property(anyRow, fc.constantFrom(0, 2), fc.constantFrom(0, 2), (row, inUse, counted) => {
      const trial = toTrial(row, { inUse, counted });
      const { takes, rules } = checkTarget(trial, { isCallerKnown: true });
      expect(takes).toBe(trial.decided.choice.kind === "dial");
      const first = rules.find(({ verdict }) => verdict === "fails")?.rule ?? "chosen";
      const letters = { T: "target-paused", B: "buyer-paused", N: "destination-barred", H: "closed" };
      const more = { X: "filtered", P: "cap-full", F: "concurrency-full", C: "chosen" };
      expect(first).toBe({ ...letters, ...more }[trial.decided.reasons]);
    }),
  );
});
