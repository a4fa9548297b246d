import { type AccountBook, type AttemptState, type CallState, foldCall, replayDecision } from "@ccp/engine";
import { toCallRow } from "@ccp/server/live/drain/to-rows.ts";
import type { CallTruth } from "@ccp/simulator";
import type { ExpectedAttempt, ExpectedCall } from "./expected-call.ts";
import { getByName, type InstalledAccount } from "./install-plan.ts";
import type { BookedCall, CallRow } from "./read-booked.ts";

/** One call from all sides: what happened, what should be booked, and what is. */
export type Compared = {
  truth: CallTruth;
  account: InstalledAccount;
  expected: ExpectedCall;
  booked: BookedCall;
  /** The stored events, folded. */
  state: CallState;
  /** The account's books by revision. */
  books: ReadonlyMap<number, AccountBook>;
};

/** What is wrong with a call, in words; empty when nothing is. */
export type Law = (compared: Compared) => string[];

const show = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? `${part}` : part));

const compare = (what: string, actual: unknown, expected: unknown): string[] =>
  show(actual) === show(expected) ? [] : [`${what} is ${show(actual)} and should be ${show(expected)}`];

const isIn = (what: string, actual: unknown, allowed: readonly unknown[]): string[] =>
  allowed.includes(actual)
    ? []
    : [`${what} is ${show(actual)} and should be ${allowed.map(show).join(" or ")}`];

// The carrier tells times in whole seconds, and what it did not tell counts from when we heard of it.
const isNear = (what: string, actual: Date | null, expectedMs: number | null): string[] =>
  actual !== null && expectedMs !== null && Math.abs(actual.getTime() - expectedMs) <= 2_000
    ? []
    : [`${what} is ${show(actual)} and should be near ${show(expectedMs && new Date(expectedMs))}`];

const isAnswered: Law = ({ truth }) => [
  ...compare("faults", truth.faults, 0),
  ...compare("over at the carrier", truth.isOver, true),
  ...(truth.documents > 0 ? [] : ["no document was ever run"]),
];

const hasEndedAsItDid: Law = ({ truth, expected, booked: { row }, account }) => [
  ...compare("account", row.account_id, account.ctx.accountId),
  ...compare("carrier call", row.carrier_call_ref, truth.callSid),
  ...compare("caller", row.caller, truth.from),
  ...compare("dialled", row.dialled, truth.to),
  ...compare("status", row.status, "ended"),
  ...isIn("outcome", row.outcome, expected.outcomes),
  ...compare("connected seconds", row.connected_seconds, expected.connected?.seconds ?? null),
  ...compare("converted", row.converted, expected.converted),
  ...isNear("arrival", row.arrived_at, truth.startedAt),
  ...isNear("end", row.ended_at, truth.endedAt),
];

const isAsItRang = (
  account: InstalledAccount,
  attempt: AttemptState,
  wanted: ExpectedAttempt | undefined,
): string[] => {
  const name = `attempt ${attempt.number}`;
  // The caller left while the next step was asked for: it was decided, and nobody's phone ever rang.
  if (wanted === undefined) {
    const isNothing = attempt.outcome === "canceled" && attempt.connectedSeconds === 0;
    return isNothing ? [] : [`${name} rang nobody and is ${attempt.outcome}, ${attempt.connectedSeconds} s`];
  }
  return [
    ...compare(`${name} target`, attempt.targetId, getByName(account.targetIds, wanted.target.name)),
    ...isIn(`${name} outcome`, attempt.outcome, wanted.outcomes),
    ...compare(`${name} seconds`, attempt.connectedSeconds, wanted.seconds),
  ];
};

const hasItsAttempts: Law = ({ expected, state: { attempts }, account }) => {
  const unrung = attempts.length - expected.attempts.length;
  return [
    ...(unrung === 0 || unrung === attempts.at(-1)?.ringSize
      ? []
      : [`${attempts.length} attempts for ${expected.attempts.length} phones`]),
    ...attempts.flatMap((attempt, index) => isAsItRang(account, attempt, expected.attempts[index])),
  ];
};

const toSorted = (seconds: readonly (number | null)[]) => seconds.toSorted((a, b) => (a ?? 0) - (b ?? 0));

const hasItsRecording: Law = ({ expected, state }) => {
  const heard = state.recordings.filter(({ status }) => status === "completed");
  const seconds = heard.map((recording) => recording.seconds);
  return compare("recordings in seconds", toSorted(seconds), toSorted(expected.recordingSeconds));
};

const earnsWhatIsDue: Law = ({ expected, booked: { row } }) => [
  ...compare("revenue", row.revenue_micros, `${expected.revenueMicros}`),
  ...compare("payout", row.payout_micros, `${expected.payoutMicros}`),
];

const replays: Law = ({ state, books }) =>
  state.decisions.flatMap((decided) => {
    const book = books.get(decided.bookRevision);
    if (book === undefined) return [`book ${decided.bookRevision} of step ${decided.step} is not kept`];
    const campaign = book.campaigns[state.arrived?.campaignId ?? ""] ?? null;
    const again = replayDecision(decided, campaign, state);
    if (again.isSame) return [];
    return [`step ${decided.step} replays as ${show(again)} and was ${show(decided)}`];
  });

/** The row that the stored events amount to, in another order and each told twice, is the row that is booked. */
const rebuilds: Law = ({ booked: { row, events } }) => {
  const state = foldCall([...events.toReversed(), ...events]);
  if (state.arrived === null) return ["its arrival is not stored"];
  const rebuilt = Object.entries(toCallRow(state, state.arrived, { revenueMicros: 0n, payoutMicros: 0n }));
  return rebuilt.flatMap(([name, value]) => {
    const stored = row[name as keyof CallRow];
    const plain = stored instanceof Date ? stored.getTime() : stored;
    return compare(`stored ${name}`, plain === null ? null : `${plain}`, value === null ? null : `${value}`);
  });
};

/** What must hold for each call by itself. */
export const laws = {
  "is answered with documents that can be played": isAnswered,
  "ends as it really ended": hasEndedAsItDid,
  "has the attempts that were made": hasItsAttempts,
  "has its recording": hasItsRecording,
  "earns what the terms say": earnsWhatIsDue,
  "replays every decision": replays,
  "is rebuilt from its events": rebuilds,
} as const satisfies Record<string, Law>;
