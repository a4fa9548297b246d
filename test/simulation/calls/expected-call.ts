import type { AttemptOutcome, CallOutcome } from "@ccp/engine";
import type { CallTruth, LegTruth } from "@ccp/simulator";
import { isPayoutDue, toExpectedPayout } from "./expected-payout.ts";
import { isByReport, type Report, toExpectedRevenue, toStartSeconds } from "./expected-revenue.ts";
import type { AccountPlan, NumberPlan, TargetPlan } from "./plan.ts";
import { findCampaign } from "./plan-history.ts";

export type ExpectedAttempt = {
  target: TargetPlan;
  /** Several where the carrier itself tells it in several ways. */
  outcomes: readonly AttemptOutcome[];
  seconds: number;
};

/** What the books must say of a call, told from what really happened and from the plan alone. */
export type ExpectedCall = {
  outcomes: readonly CallOutcome[];
  attempts: readonly ExpectedAttempt[];
  /** The last attempt in which two people spoke; null when none did. */
  connected: ExpectedAttempt | null;
  converted: boolean;
  revenueMicros: bigint;
  payoutMicros: bigint;
  recordingSeconds: readonly number[];
};

/** The caller left before anything further was said, perhaps after a conversation that was cut short. */
const isLeftWhileRinging = ({ answeredAt, documents, children }: CallTruth): boolean =>
  documents === new Set(children.map(({ dial }) => dial)).size &&
  (answeredAt === null || children.some((leg) => leg.isBridged));

/** What a phone's end may be called; several where the carrier itself tells it in several ways. */
const toEnds = (leg: LegTruth, isLeft: boolean): readonly AttemptOutcome[] => {
  const { status } = leg;
  if (leg.isBridged) return ["completed"];
  // Picked up in the very moment in which the caller left.
  if (status === "completed") return ["not-bridged", "no-answer"];
  if (status === "canceled" || status === "busy" || status === "failed" || status === "no-answer") {
    // Whatever the phone did, a dial whose caller left was not answered, and the carrier may say only that.
    return isLeft ? [status, "no-answer"] : [status];
  }
  throw new Error(`A phone that nobody spoke on cannot have ended as ${status}.`);
};

const toOutcomes = (leg: LegTruth, truth: CallTruth): readonly AttemptOutcome[] => {
  const ring = truth.children.filter(({ dial }) => dial === leg.dial);
  const isLeft = leg.dial === truth.children.at(-1)?.dial && isLeftWhileRinging(truth);
  if (leg.isBridged || ring.length === 1) return toEnds(leg, isLeft);
  // Nobody is asked about a phone that did not take the call: where its end was not told, it is the whole ring's.
  const isTaken = ring.some(({ isBridged }) => isBridged);
  return isTaken ? [...toEnds(leg, isLeft), "canceled"] : ring.flatMap((each) => toEnds(each, isLeft));
};

/** Whom a leg rang, in this account: another one may know the same phone under another name. */
export const getTarget = (plan: AccountPlan, leg: LegTruth): TargetPlan => {
  const target = plan.targets.find(({ destination }) => destination.address === leg.to);
  if (target === undefined) throw new Error(`${leg.to} belongs to no target of ${plan.name}.`);
  return target;
};

const toCallOutcomes = (truth: CallTruth, hasCampaign: boolean): readonly CallOutcome[] => {
  if (truth.children.some((leg) => leg.isBridged)) return ["connected"];
  if (!hasCampaign) return ["refused"];
  if (truth.answeredAt !== null) return ["not-connected"];
  // Otherwise the caller left while the last document was on its way, and never heard what it says.
  return isLeftWhileRinging(truth) ? ["abandoned"] : ["abandoned", "not-connected"];
};

/** What the buyer of the last conversation owes; null where nothing makes it owe. */
const toOwed = ({ target, seconds }: ExpectedAttempt, report: Report | undefined): bigint | null => {
  const { revenue } = target;
  if (isByReport(revenue) ? report === undefined : seconds < toStartSeconds(revenue)) return null;
  const reported = report?.micros ?? null;
  return reported === null ? toExpectedRevenue(revenue, seconds) : BigInt(reported);
};

const isPublished = (plan: AccountPlan, number: string): boolean =>
  plan.numbers.some((each: NumberPlan) => each.number === number && each.publisher !== null);

const listTalks = ({ children }: CallTruth): number[] =>
  children.flatMap(({ bridgedSeconds }) => (bridgedSeconds > 0 ? [bridgedSeconds] : []));

/**
 * The independent model. Connected seconds are those of the bridged leg, from answer to end; the caller's own
 * duration pays nobody. `planAt` gives the plan by which the nth attempt was dialled, `report` is what the buyer said last.
 */
export const toExpectedCall = (
  truth: CallTruth,
  planAt: (attempt: number) => AccountPlan,
  report: Report | undefined,
): ExpectedCall => {
  const lastDial = truth.children.at(-1)?.dial;
  const attempts = truth.children.map((leg, index) => ({
    target: getTarget(planAt(index + 1), leg),
    outcomes: toOutcomes(leg, truth),
    seconds: leg.isBridged ? leg.durationSeconds : 0,
  }));
  const place = truth.children.findLastIndex((leg) => leg.isBridged);
  const connected = attempts[place] ?? null;
  const plan = planAt(Math.max(place, 0) + 1);
  const campaign = findCampaign(plan, truth.to);
  const outcomes = toCallOutcomes(truth, campaign !== null);
  if (connected === null || campaign === null) {
    const nothing = { converted: false, revenueMicros: 0n, payoutMicros: 0n, recordingSeconds: [] };
    return { outcomes, attempts, connected: null, ...nothing };
  }
  // Whoever was followed by another had the call taken away, and pays for nothing.
  const owed = truth.children[place]?.dial === lastDial ? toOwed(connected, report) : null;
  const [converted, revenueMicros] = [owed !== null, owed ?? 0n];
  const paying = attempts.flatMap((attempt, index) => {
    const terms = findCampaign(planAt(index + 1), truth.to)?.payout;
    const talk = { seconds: attempt.seconds, converted: converted && index === place, revenueMicros };
    return terms !== undefined && truth.children[index]?.isBridged === true && isPayoutDue(terms, talk)
      ? [toExpectedPayout(terms, talk)]
      : [];
  });
  return {
    outcomes,
    attempts,
    connected,
    converted,
    revenueMicros,
    payoutMicros: isPublished(plan, truth.to) ? (paying[0] ?? 0n) : 0n,
    recordingSeconds: campaign.recording === "from-answer" ? listTalks(truth) : [],
  };
};
