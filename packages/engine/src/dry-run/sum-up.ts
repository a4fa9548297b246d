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
  /** What its targets' estimates go by; several who rang at once count for each. */
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

const sum = (a: Money, b: Money): Money => ({
  revenueMicros: a.revenueMicros + b.revenueMicros,
  payoutMicros: a.payoutMicros + b.payoutMicros,
});

const nothing: Money = { revenueMicros: 0n, payoutMicros: 0n };

const pickMoney = ({ revenueMicros, payoutMicros }: Money): Money => ({ revenueMicros, payoutMicros });

/** What targets are called in the draft, else as they were. */
const createNames = (drafts: readonly CampaignBook[]) => {
  const seen = new Set<CampaignBook>();
  const names = new Map<string, string>();
  const add = (campaign: CampaignBook): void => {
    if (seen.has(campaign)) return;
    seen.add(campaign);
    for (const { targetId, targetName } of listRows(campaign)) {
      if (!names.has(targetId)) names.set(targetId, targetName);
    }
  };
  for (const draft of drafts) add(draft);
  return {
    add,
    name: (ids: readonly string[]): Destined["targets"] =>
      ids.map((id) => ({ id, name: names.get(id) ?? null })),
  };
};

const toSample = (ids: readonly string[], { targets }: History): Destined["sample"] => {
  const found = ids.flatMap((id) => targets.get(id) ?? []);
  return {
    dialled: found.reduce((total, { dialled }) => total + dialled, 0),
    converted: found.reduce((total, { converted }) => total + converted, 0),
  };
};

type Open = Pick<Destined, "before" | "after"> & { ids: readonly string[] };

/** Calls and their money by where they went and by where they would have gone. */
const createDestinations = () => {
  const found = new Map<string, Open>();
  const place = (ids: readonly string[]): Open => {
    const key = ids.join(" ");
    const known = found.get(key) ?? {
      ids,
      before: { calls: 0, ...nothing },
      after: { calls: 0, unestimated: 0, ...nothing },
    };
    found.set(key, known);
    return known;
  };
  return {
    add: ({ call, from, to, after }: Verdict): void => {
      const was = place(from);
      was.before = { calls: was.before.calls + 1, ...sum(was.before, call) };
      const is = place(to);
      is.after = {
        calls: is.after.calls + 1,
        unestimated: is.after.unestimated + (after === null ? 1 : 0),
        ...sum(is.after, after ?? nothing),
      };
    },
    list: (): Open[] =>
      [...found.values()].sort((a, b) => b.after.calls - a.after.calls || b.before.calls - a.before.calls),
  };
};

/** Adds verdicts up, one by one. */
export type Summary = {
  add(verdict: Verdict): void;
  /** Law: every sum over destinations is that over calls. */
  read(assumed: ReadonlyMap<Assumption, number>): DryRunResult;
};

const toMove = ({ call, from, to, after }: Verdict, fate: Move["fate"], name: Naming): Move => ({
  callId: call.callId,
  at: call.at,
  fate,
  from: name(from),
  to: name(to),
  before: pickMoney(call),
  estimate: after,
});

type Naming = (ids: readonly string[]) => Destined["targets"];

export const createSummary = (drafts: readonly CampaignBook[], history: History): Summary => {
  const names = createNames(drafts);
  const destinations = createDestinations();
  const fates = { kept: 0, moved: 0, gained: 0, lost: 0 };
  const moves: Move[] = [];
  let [before, kept, estimated] = [nothing, nothing, nothing];
  let unestimated: Counted = { calls: 0, ...nothing };
  return {
    add: (verdict) => {
      const { call, fate, after } = verdict;
      if (call.campaign !== null) names.add(call.campaign);
      destinations.add(verdict);
      fates[fate] += 1;
      before = sum(before, call);
      if (fate === "kept") kept = sum(kept, after ?? nothing);
      else {
        estimated = sum(estimated, after ?? nothing);
        moves.push(toMove(verdict, fate, names.name));
      }
      if (after === null) unestimated = { calls: unestimated.calls + 1, ...sum(unestimated, call) };
    },
    read: (assumed) => ({
      calls: fates.kept + moves.length,
      fates: { ...fates },
      before,
      after: sum(kept, estimated),
      kept,
      estimated,
      unestimated,
      destinations: destinations
        .list()
        .map(({ ids, ...each }) => ({ targets: names.name(ids), ...each, sample: toSample(ids, history) })),
      moves,
      assumptions: [...assumed].map(([assumption, calls]) => ({ assumption, calls })),
    }),
  };
};
