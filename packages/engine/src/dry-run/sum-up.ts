import type { CampaignBook } from "#book.ts";
import { listRows } from "#book.ts";
import type { Assumption } from "./assumption.ts";
import type { History } from "./history.ts";
import type { Money } from "./past-call.ts";
import type { Fate, Verdict } from "./verdict.ts";

type Counted = Money & { calls: number };

/** What calls of one destination came to; `targets` is empty for those that nobody was rung for. */
export type Destined = {
  targets: readonly { id: string; name: string | null }[];
  before: Counted;
  /** The money is without that of calls that have no estimate. */
  after: Counted & { unestimated: number };
  /** What its targets' estimates go by. */
  sample: { dialled: number; converted: number };
};

/** A call that would have gone elsewhere. */
export type Move = {
  callId: string;
  at: number;
  fate: Exclude<Fate, "kept">;
  from: Destined["targets"];
  to: Destined["targets"];
  before: Money;
  /** Null where there is nothing to go by. */
  estimate: Money | null;
};

export type DryRunResult = {
  calls: number;
  fates: Readonly<Record<Fate, number>>;
  before: Money;
  /** Law: what was kept and what is estimated, together. */
  after: Money;
  kept: Money;
  estimated: Money;
  /** Calls that would have gone where there is nothing to go by, and what they really earned. */
  unestimated: Counted;
  destinations: readonly Destined[];
  /** In order of arrival. */
  moves: readonly Move[];
  /** Each with the calls that it concerns. */
  assumptions: readonly { assumption: Assumption; calls: number }[];
};

const nothing: Money = { revenueMicros: 0n, payoutMicros: 0n };

const sum = (a: Money, b: Money): Money => ({
  revenueMicros: a.revenueMicros + b.revenueMicros,
  payoutMicros: a.payoutMicros + b.payoutMicros,
});

const sumAll = (monies: readonly Money[]): Money => monies.reduce(sum, nothing);

const pickMoney = ({ revenueMicros, payoutMicros }: Money): Money => ({ revenueMicros, payoutMicros });

/** What targets are called in the draft, else as they were. */
const toNames = (verdicts: readonly Verdict[], drafts: readonly CampaignBook[]): Map<string, string> => {
  const books = new Set(verdicts.flatMap(({ call }) => call.campaign ?? []));
  const rows = [...books, ...drafts].flatMap(listRows);
  return new Map(rows.map(({ targetId, targetName }) => [targetId, targetName]));
};

const toSample = (ids: readonly string[], { targets }: History): Destined["sample"] => {
  const found = ids.flatMap((id) => targets.get(id) ?? []);
  return {
    dialled: found.reduce((total, { dialled }) => total + dialled, 0),
    converted: found.reduce((total, { converted }) => total + converted, 0),
  };
};

type Naming = (ids: readonly string[]) => Destined["targets"];

const toDestined = (
  verdicts: readonly Verdict[],
  { history, name }: { history: History; name: Naming },
): Destined[] => {
  const found = new Map<string, Destined>();
  const place = (ids: readonly string[]): Destined => {
    const key = ids.join(" ");
    const known = found.get(key) ?? {
      targets: name(ids),
      before: { calls: 0, ...nothing },
      after: { calls: 0, unestimated: 0, ...nothing },
      sample: toSample(ids, history),
    };
    found.set(key, known);
    return known;
  };
  for (const { call, from, to, after } of verdicts) {
    const was = place(from);
    was.before = { calls: was.before.calls + 1, ...sum(was.before, call) };
    const is = place(to);
    is.after = {
      calls: is.after.calls + 1,
      unestimated: is.after.unestimated + (after === null ? 1 : 0),
      ...sum(is.after, after ?? nothing),
    };
  }
  return [...found.values()].sort((a, b) => b.after.calls - a.after.calls || b.before.calls - a.before.calls);
};

const toMoves = (verdicts: readonly Verdict[], name: Naming): Move[] =>
  verdicts.flatMap(({ call, fate, from, to, after }) =>
    fate === "kept"
      ? []
      : [
          {
            callId: call.callId,
            at: call.at,
            fate,
            from: name(from),
            to: name(to),
            before: pickMoney(call),
            estimate: after,
          },
        ],
  );

const countFates = (verdicts: readonly Verdict[]): DryRunResult["fates"] => {
  const fates = { kept: 0, moved: 0, gained: 0, lost: 0 };
  for (const { fate } of verdicts) fates[fate] += 1;
  return fates;
};

type Told = {
  drafts: readonly CampaignBook[];
  history: History;
  assumed: ReadonlyMap<Assumption, number>;
};

/** What the verdicts on all calls come to. Law: every sum over destinations is that over calls. */
export const sumUp = (verdicts: readonly Verdict[], { drafts, history, assumed }: Told): DryRunResult => {
  const names = toNames(verdicts, drafts);
  const name: Naming = (ids) => ids.map((id) => ({ id, name: names.get(id) ?? null }));
  const kept = sumAll(verdicts.flatMap(({ fate, after }) => (fate === "kept" ? (after ?? []) : [])));
  const estimated = sumAll(verdicts.flatMap(({ fate, after }) => (fate === "kept" ? [] : (after ?? []))));
  const open = verdicts.filter(({ after }) => after === null).map(({ call }) => call);
  return {
    calls: verdicts.length,
    fates: countFates(verdicts),
    before: sumAll(verdicts.map(({ call }) => call)),
    after: sum(kept, estimated),
    kept,
    estimated,
    unestimated: { calls: open.length, ...sumAll(open) },
    destinations: toDestined(verdicts, { history, name }),
    moves: toMoves(verdicts, name),
    assumptions: [...assumed].map(([assumption, calls]) => ({ assumption, calls })),
  };
};
