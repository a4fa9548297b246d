import type { AttemptOutcome, CallOutcome } from "@ccp/engine";
import type { CallTruth, LegTruth } from "@ccp/simulator";
import { toExpectedPayout } from "./expected-payout.ts";
import { toExpectedRevenue, toStartSeconds } from "./expected-revenue.ts";
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
  /** The attempt in which two people spoke; null when none did. */
  connected: ExpectedAttempt | null;
  converted: boolean;
  revenueMicros: bigint;
  payoutMicros: bigint;
  recordingSeconds: number | null;
};

/** Nobody took the call, and the caller left before anything further was said. */
const isLeftWhileRinging = ({ answeredAt, documents, children }: CallTruth): boolean =>
  answeredAt === null && documents === children.length;

const toOutcomes = (leg: LegTruth, isLeft: boolean): readonly AttemptOutcome[] => {
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

/** Whom a leg rang, in this account: another one may know the same phone under another name. */
const findTarget = (plan: AccountPlan, leg: LegTruth): TargetPlan => {
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

const isPublished = (plan: AccountPlan, number: string): boolean =>
  plan.numbers.some((each: NumberPlan) => each.number === number && each.publisher !== null);

/**
 * The independent model. Connected seconds are those of the bridged leg, from answer to end; the caller's own
 * duration pays nobody. `planAt` gives the plan by which the nth attempt was dialled.
 */
export const toExpectedCall = (truth: CallTruth, planAt: (attempt: number) => AccountPlan): ExpectedCall => {
  const attempts = truth.children.map((leg, index) => ({
    target: findTarget(planAt(index + 1), leg),
    outcomes: toOutcomes(leg, leg === truth.children.at(-1) && isLeftWhileRinging(truth)),
    seconds: leg.isBridged ? leg.durationSeconds : 0,
  }));
  const place = truth.children.findIndex((leg) => leg.isBridged);
  const connected = attempts[place] ?? null;
  const plan = planAt(Math.max(place, 0) + 1);
  const campaign = findCampaign(plan, truth.to);
  const outcomes = toCallOutcomes(truth, campaign !== null);
  if (connected === null || campaign === null) {
    const nothing = { converted: false, revenueMicros: 0n, payoutMicros: 0n, recordingSeconds: null };
    return { outcomes, attempts, connected: null, ...nothing };
  }
  const { target, seconds } = connected;
  const converted = seconds >= toStartSeconds(target.revenue);
  const revenueMicros = toExpectedRevenue(target.revenue, seconds);
  const talk = { seconds, converted, revenueMicros };
  const talkSeconds = truth.children[place]?.bridgedSeconds ?? 0;
  return {
    outcomes,
    attempts,
    connected,
    converted,
    revenueMicros,
    payoutMicros: isPublished(plan, truth.to) ? toExpectedPayout(campaign.payout, talk) : 0n,
    recordingSeconds: campaign.recording === "from-answer" && talkSeconds > 0 ? talkSeconds : null,
  };
};
