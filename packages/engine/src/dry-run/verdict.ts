import type { CampaignBook } from "#book.ts";
import { findRow } from "#call/offer.ts";
import type { DialLeg } from "#call/event.ts";
import { isPaidForArrival, toMean, type Estimator } from "./estimate.ts";
import { listFirstLegs } from "./history.ts";
import type { Money, PastCall } from "./past-call.ts";

/** Whether a call would have rung whom it rang first, somebody else, somebody instead of nobody, or nobody any more. */
export type Fate = "kept" | "moved" | "gained" | "lost";

/** Where a call would have gone; targets by id, none for nobody. */
export type Verdict = {
  call: PastCall;
  fate: Fate;
  from: readonly string[];
  to: readonly string[];
  /** What it really earned where it is kept, else the estimate; null where there is none. */
  after: Money | null;
};

const toTargets = (legs: readonly DialLeg[]): string[] => legs.map(({ targetId }) => targetId).sort();

const toFate = (from: readonly string[], to: readonly string[]): Fate => {
  if (from.join(" ") === to.join(" ")) return "kept";
  if (from.length === 0) return "gained";
  return to.length === 0 ? "lost" : "moved";
};

/** Compares whom a call rang first with whom it would have; `legs` is null where it was not decided again. */
export const toVerdict = (
  call: PastCall,
  { campaign, legs }: { campaign: CampaignBook | undefined; legs: readonly DialLeg[] | null },
  estimate: Estimator,
): Verdict => {
  const from = toTargets(listFirstLegs(call));
  const to = legs === null ? from : toTargets(legs);
  const fate = toFate(from, to);
  const { revenueMicros, payoutMicros } = call;
  if (fate === "kept") return { call, fate, from, to, after: { revenueMicros, payoutMicros } };
  if (fate === "lost") {
    const after = { revenueMicros: 0n, payoutMicros: isPaidForArrival(call) ? payoutMicros : 0n };
    return { call, fate, from, to, after };
  }
  const estimates = (legs ?? []).map((leg) => {
    const row = campaign && findRow(campaign, leg.row);
    return campaign === undefined || row === undefined ? null : estimate(call, campaign, row);
  });
  return { call, fate, from, to, after: toMean(estimates) };
};
