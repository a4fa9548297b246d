import { hasAgents, type AgentNumbers } from "#agent/agent.ts";
import type { BalanceRead } from "#balance/prepaid.ts";
import type { StepInput } from "#call/step.ts";
import { toCapAmount } from "#cap/cap.ts";
import { listCounters } from "#cap/counter.ts";
import { asksAtDial, toRememberedNumber } from "#duplicate/recall.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { findListed, type Listed } from "#filter/listed.ts";
import type { CompiledList } from "#filter/value-list.ts";
import { askedOfRow, type Expectation, type Expected, type Tally } from "#strategy/expectation.ts";
import { countsTallies } from "#strategy/tally.ts";
import type { Assumption } from "./assumption.ts";
import type { Compiled } from "./compile-campaign.ts";
import type { History } from "./history.ts";
import type { PastCall } from "./past-call.ts";
import { toExpectedKey, type Recorded } from "./read-recorded.ts";
import { toSlotKey, toSpentKey, type TideKey, type Tides } from "./tides.ts";
import type { Turns } from "./turns.ts";

/** What is known of today, for what a recorded decision did not read. */
export type Today = {
  /** What prepaid buyers have, in micros, by their id. */
  balances: ReadonlyMap<number, bigint>;
  /** Value lists by their id. */
  lists: ReadonlyMap<string, CompiledList>;
};

/** What one decision of a dry run is made from. */
export type Reading = {
  call: PastCall;
  /** The campaign with the rows of the draft. */
  compiled: Compiled;
  recorded: Recorded;
  /** Numbers as the calls really moved them, and as the dry run does. */
  actual: Tides;
  imagined: Tides;
  turns: Turns;
  history: History;
  today: Today;
  assume: (assumption: Assumption) => void;
};

/**
 * A number as it would have been: as it was read, and what the dry run has changed of it. What was not read counts from
 * zero.
 */
const readNumber = ({ recorded, actual, imagined, assume }: Reading, key: TideKey): bigint => {
  const read = recorded.numbers.get(key);
  if (read === undefined) assume("counted-from-these-calls");
  const number = read === undefined ? imagined.read(key) : read + imagined.read(key) - actual.read(key);
  return number < 0n ? 0n : number;
};

const toInUse = (reading: Reading): number[] =>
  reading.compiled.rows.map(({ targetId }, row) =>
    reading.compiled.isCounted[row] === true ? Number(readNumber(reading, toSlotKey(targetId))) : 0,
  );

const toCapsUsed = (reading: Reading): StepInput["capsUsed"] =>
  reading.compiled.caps?.map((owned) =>
    owned.flatMap(({ owner, caps }) => {
      const counters = listCounters(owner, caps, reading.call.at);
      return caps.list.map((cap, index) => toCapAmount(cap, readNumber(reading, counters[index] ?? "")));
    }),
  );

const toBalance = (reading: Reading, buyerId: number): BalanceRead => {
  const { recorded, actual, imagined, today, assume } = reading;
  const key = toSpentKey(buyerId);
  const read = recorded.balances.get(key);
  if (read !== undefined) return (read - imagined.read(key) + actual.read(key)).toString();
  assume("balances-of-today");
  return today.balances.get(buyerId)?.toString() ?? null;
};

const toBalances = (reading: Reading): BalanceRead[] | undefined => {
  const { rows } = reading.compiled;
  if (rows.every(({ prepaid }) => prepaid === undefined)) return undefined;
  return rows.map(({ prepaid, buyerId }) =>
    prepaid === undefined || buyerId === null ? null : toBalance(reading, buyerId),
  );
};

const toAgents = ({ compiled: { rows }, recorded, assume }: Reading): (AgentNumbers | null)[] | undefined => {
  if (!hasAgents(rows)) return undefined;
  return rows.map(({ agent, targetId }) => {
    if (agent === undefined) return null;
    const read = recorded.agents.get(targetId);
    if (read === undefined) assume("agents-available");
    return read ?? { presence: "available", since: 0, talkedAt: 0 };
  });
};

const toTally = ({ recorded, history, assume }: Reading, targetId: string, asked: Expectation): Tally => {
  const read = recorded.expected.get(toExpectedKey(targetId, asked));
  if (read !== undefined) return read;
  assume("expected-of-these-calls");
  const {
    dialled = 0,
    connected = 0,
    converted = 0,
    revenueMicros = 0n,
  } = history.targets.get(targetId) ?? {};
  return { dialled, connected, converted, revenueMicros: revenueMicros.toString() };
};

const toExpected = (reading: Reading): Expected | undefined => {
  const { campaign } = reading.compiled;
  if (!countsTallies(campaign)) return undefined;
  const listOf = (list: keyof Expected): (Tally | null)[] =>
    campaign.rows.map((row) => {
      const asked = askedOfRow(campaign, row)[list];
      return asked === undefined ? null : toTally(reading, row.targetId, asked);
    });
  return { own: listOf("own"), level: listOf("level") };
};

/** What the recorded decision asked stays as it was answered. */
const toListed = ({
  call,
  compiled: { questions },
  recorded,
  today,
  assume,
}: Reading): Listed | undefined => {
  if (questions.length === 0) return undefined;
  const open = questions.filter(({ key }) => !recorded.asked.has(key));
  if (open.length > 0) assume("lists-of-today");
  return {
    ...call.decided.listed,
    ...findListed(open, today.lists, createCallTags(call.arrived, call.at)),
  };
};

const toRecall = ({ call: { decided, arrived }, compiled: { campaign }, assume }: Reading) => {
  if (!asksAtDial(campaign)) return undefined;
  const recall = decided.recall ?? arrived.recall;
  if (recall === undefined && toRememberedNumber(arrived.from) !== null) assume("callers-not-known");
  return recall;
};

/** Everything that a first decision by the draft reads, as it would have read it. */
export const toInputs = (reading: Reading) => {
  const { call, compiled, recorded, turns } = reading;
  const { asked, shared, rates } = compiled;
  const isRated = rates.some((key) => key !== undefined);
  const isShared = shared.some((keys) => keys.length > 0);
  return {
    inUse: toInUse(reading),
    capsUsed: toCapsUsed(reading),
    sharedInUse: isShared
      ? shared.map((keys) => keys.map((key) => Number(readNumber(reading, key))))
      : undefined,
    rateUsed: isRated
      ? rates.map((key) => (key === undefined ? 0 : Number(readNumber(reading, key))))
      : undefined,
    balances: toBalances(reading),
    agents: toAgents(reading),
    recency: asked.toRecency(
      call.decided.recency?.stamp ?? call.at,
      asked.marks.map((mark) => turns.read(mark, recorded.marks.get(mark))),
    ),
    expected: toExpected(reading),
    recall: toRecall(reading),
    listed: toListed(reading),
  } satisfies Partial<StepInput>;
};
