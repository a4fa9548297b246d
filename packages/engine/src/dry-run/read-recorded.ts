import type { AgentNumbers } from "#agent/agent.ts";
import { toAmount } from "#cap/cap.ts";
import { listCounters } from "#cap/counter.ts";
import { toMicros } from "#money.ts";
import { askedOfRow, type Expectation, type Tally } from "#strategy/expectation.ts";
import type { Mark } from "#strategy/recency.ts";
import type { Compiled } from "./compile-campaign.ts";
import type { PastCall } from "./past-call.ts";
import { toSlotKey, toSpentKey, type TideKey } from "./tides.ts";

/** What a recorded decision read, by what it is a number of and no longer by the rows of its plan. */
export type Recorded = {
  numbers: ReadonlyMap<TideKey, bigint>;
  balances: ReadonlyMap<TideKey, bigint>;
  marks: ReadonlyMap<Mark, number>;
  agents: ReadonlyMap<string, AgentNumbers>;
  expected: ReadonlyMap<string, Tally>;
  /** The look-ups in value lists that it made. */
  asked: ReadonlySet<string>;
};

const nothing: Recorded = {
  numbers: new Map(),
  balances: new Map(),
  marks: new Map(),
  agents: new Map(),
  expected: new Map(),
  asked: new Set(),
};

export const toExpectedKey = (targetId: string, { unit, count }: Expectation): string =>
  `${targetId} ${unit} ${count}`;

const readCaps = (
  { decided: { capsUsed }, at }: PastCall,
  { caps = [] }: Compiled,
): (readonly [TideKey, bigint])[] =>
  caps.flatMap((owned, row) =>
    owned
      .flatMap((each) => listCounters(each.owner, each.caps, at))
      .map((counter, index) => [counter, toAmount(capsUsed?.[row]?.[index] ?? 0)] as const),
  );

const readNumbers = (call: PastCall, compiled: Compiled): Map<TideKey, bigint> => {
  const numbers = new Map<TideKey, bigint>(readCaps(call, compiled));
  const { rows, isCounted, shared, rates } = compiled;
  const { inUse, sharedInUse, rateUsed } = call.decided;
  for (const [row, { targetId }] of rows.entries()) {
    if (isCounted[row] === true) numbers.set(toSlotKey(targetId), BigInt(inUse[row] ?? 0));
    for (const [index, key] of (shared[row] ?? []).entries()) {
      numbers.set(key, BigInt(sharedInUse?.[row]?.[index] ?? 0));
    }
    const rate = rates[row];
    if (rate !== undefined) numbers.set(rate, BigInt(rateUsed?.[row] ?? 0));
  }
  return numbers;
};

const readBalances = ({ decided }: PastCall, { rows }: Compiled): Map<TideKey, bigint> => {
  const balances = new Map<TideKey, bigint>();
  for (const [row, { buyerId }] of rows.entries()) {
    const read = decided.balances?.[row];
    if (buyerId !== null && typeof read === "string") balances.set(toSpentKey(buyerId), toMicros(read));
  }
  return balances;
};

const readMarks = ({ decided: { recency } }: PastCall, { asked }: Compiled): Map<Mark, number> => {
  if (recency === undefined) return new Map();
  // Handing out places instead of moments tells which of the recorded moments stands for which mark.
  const places = asked.toRecency(
    0,
    asked.marks.map((_, place) => place + 1),
  );
  const marks = new Map<Mark, number>();
  for (const name of ["turns", "groupTurns", "offered", "ended"] as const) {
    for (const [index, place] of (places[name] ?? []).entries()) {
      const mark = asked.marks[place - 1];
      if (mark !== undefined) marks.set(mark, recency[name]?.[index] ?? 0);
    }
  }
  return marks;
};

const readExpected = ({ decided: { expected } }: PastCall, { campaign }: Compiled): Map<string, Tally> => {
  const tallies = new Map<string, Tally>();
  for (const [index, row] of campaign.rows.entries()) {
    const asked = askedOfRow(campaign, row);
    for (const list of ["own", "level"] as const) {
      const [expectation, tally] = [asked[list], expected?.[list]?.[index]];
      if (expectation && tally) tallies.set(toExpectedKey(row.targetId, expectation), tally);
    }
  }
  return tallies;
};

/** Takes a recorded decision's inputs apart. Nothing was read where it never came to the rows, or its book is gone. */
export const readRecorded = (call: PastCall, compiled: Compiled | null): Recorded => {
  const { decided } = call;
  if (compiled === null || decided.reasons === "") return nothing;
  const agents = compiled.rows.flatMap(({ targetId }, row) => {
    const read = decided.agents?.[row] ?? null;
    return read === null ? [] : [[targetId, read] as const];
  });
  return {
    numbers: readNumbers(call, compiled),
    balances: readBalances(call, compiled),
    marks: readMarks(call, compiled),
    agents: new Map(agents),
    expected: readExpected(call, compiled),
    asked: new Set(compiled.questions.map(({ key }) => key)),
  };
};
