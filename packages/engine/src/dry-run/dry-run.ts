import type { DialLeg } from "#call/event.ts";
import { toLegs } from "#call/dial-leg.ts";
import type { Assumption } from "./assumption.ts";
import { createCompiler, type Compiled } from "./compile-campaign.ts";
import { decideAgain, type DraftCampaigns } from "./decide-again.ts";
import { createEstimator } from "./estimate.ts";
import { createHistory, listFirstLegs, type History } from "./history.ts";
import { createImagination } from "./imagine-dial.ts";
import type { PastCall, PastDial } from "./past-call.ts";
import { readRecorded } from "./read-recorded.ts";
import { createSummary, type DryRunResult } from "./sum-up.ts";
import { createTides } from "./tides.ts";
import type { Today } from "./to-inputs.ts";
import { createTurns } from "./turns.ts";
import { toVerdict, type Verdict } from "./verdict.ts";

export type DryRunInput = {
  /** In any order. */
  calls: readonly PastCall[];
  /** By id; a call of a campaign that is not among them is kept. */
  campaigns: DraftCampaigns;
  today: Today;
};

/** A dry run under way; its caller says how much is done at a time. */
export type DryRun = {
  /** Steps in all: each call is learned from, and then decided. */
  total: number;
  /** Goes so many steps on, or as many as are left; how many are done then. */
  advance(steps: number): number;
  /** Of the calls that are decided. */
  sumUp(): DryRunResult;
};

const always: readonly Assumption[] = [
  "settings-of-today",
  "first-choice",
  "rate-of-these-calls",
  "callers-as-they-were",
];

/** By time, and calls of one millisecond by their ids. */
const inOrder = (calls: readonly PastCall[]): PastCall[] =>
  calls.toSorted((a, b) => a.at - b.at || (a.callId < b.callId ? -1 : 1));

/** The dials of a call as they were, with those that it rang first as the draft would have made them. */
const toKept = ({ dials, decided }: PastCall, legs: readonly DialLeg[] | null): PastDial[] => {
  const first = new Set(listFirstLegs({ decided }).map(({ attempt }) => attempt));
  return dials.map((dial) => {
    const leg = first.has(dial.leg.attempt)
      ? legs?.find(({ targetId }) => targetId === dial.leg.targetId)
      : undefined;
    return leg === undefined ? dial : { ...dial, leg };
  });
};

/** The two worlds that a dry run compares: the calls as they went, and as they would have gone. */
const createWorlds = (history: History, today: Today) => {
  const [actual, imagined, turns] = [createTides(), createTides(), createTurns()];
  const imagine = createImagination(history);
  return {
    read: { history, actual, imagined, turns, today },
    advance: (at: number): void => {
      for (const each of [actual, imagined, turns]) each.advance(at);
    },
    tell: ({ call, fate }: Verdict, legs: readonly DialLeg[] | null): void => {
      const { campaignId } = call.arrived;
      const asDraft =
        fate === "kept"
          ? toKept(call, legs)
          : (legs ?? []).map((leg) => imagine(leg, { at: call.at, campaignId }));
      for (const dial of call.dials) actual.tell(dial);
      for (const dial of asDraft) imagined.tell(dial);
      if (fate !== "kept") for (const dial of [...call.dials, ...asDraft]) turns.part(dial);
      for (const dial of asDraft) turns.tell(dial);
    },
  };
};

/** Counts for how many calls something is taken for granted. */
const createAssumed = (total: number) => {
  const calls = new Map<Assumption, number>(always.map((each) => [each, total]));
  return {
    calls,
    ofOneCall: (): ((assumption: Assumption) => void) => {
      const told = new Set<Assumption>();
      return (assumption) => {
        if (told.has(assumption)) return;
        told.add(assumption);
        calls.set(assumption, (calls.get(assumption) ?? 0) + 1);
      };
    },
  };
};

/**
 * Decides past calls again with other rows, in order of arrival, each with its seed, its time, its caller and the numbers
 * that it met, changed by whatever of the calls before it would have gone elsewhere.
 * Laws: with the plan and the book that the calls had, nothing moves; what did not move keeps its actual money, and all
 * sums add up; nobody is rung whom the draft keeps from the call; the order of the input is no matter.
 */
export const createDryRun = ({ calls, campaigns, today }: DryRunInput): DryRun => {
  const ordered = inOrder(calls);
  const history = createHistory();
  const worlds = createWorlds(history, today);
  const estimate = createEstimator(history);
  const compile = createCompiler();
  const assumed = createAssumed(ordered.length);
  const summary = createSummary(Object.values(campaigns), history);
  const total = 2 * ordered.length;
  let done = 0;

  const decide = (call: PastCall, compiled: Compiled): readonly DialLeg[] | null => {
    const recorded = readRecorded(call, call.campaign && compile(call.campaign));
    worlds.read.turns.see(recorded.marks);
    const decided = decideAgain({ ...worlds.read, call, compiled, recorded, assume: assumed.ofOneCall() });
    if (decided === undefined) return null;
    return decided.choice.kind === "dial" ? toLegs(decided.choice) : [];
  };

  const next = (call: PastCall): void => {
    worlds.advance(call.at);
    const id = call.arrived.campaignId ?? "";
    const campaign = Object.hasOwn(campaigns, id) ? campaigns[id] : undefined;
    const legs = campaign === undefined ? null : decide(call, compile(campaign));
    const verdict = toVerdict(call, { campaign, legs }, estimate);
    worlds.tell(verdict, legs);
    summary.add(verdict);
  };

  const step = (): void => {
    const call = ordered[done % ordered.length];
    if (call === undefined) return;
    if (done < ordered.length) history.add(call);
    else next(call);
    done += 1;
  };

  return {
    total,
    advance: (steps) => {
      for (let left = Math.min(steps, total - done); left > 0; left -= 1) step();
      return done;
    },
    sumUp: () => summary.read(assumed.calls),
  };
};
