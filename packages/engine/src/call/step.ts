import type { AgentNumbers } from "#agent/agent.ts";
import { toNeeded, type BalanceRead } from "#balance/prepaid.ts";
import type { Block } from "#block/blocked-caller.ts";
import { listRows, type CampaignBook, type PlanRow } from "#book.ts";
import { toClaims, type Place as CapPlace } from "#cap/counter.ts";
import type { CapsUsed } from "#cap/judge-caps.ts";
import { listRowCaps } from "#cap/owner.ts";
import { findPublisherCaps, judgePayoutCaps, type PayoutCaps } from "#cap/payout-caps.ts";
import { listSharedLimits, toConcurrencyLimit, type SharedInUse } from "#concurrency/limits.ts";
import type { Recall } from "#duplicate/recall.ts";
import { toAnonymousRule } from "#duplicate/screen-repeat.ts";
import { createCallTags } from "#filter/call-tags.ts";
import type { Listed } from "#filter/listed.ts";
import { toRateKey, type RateKey } from "#rate/rate.ts";
import { route, type RowRef } from "#route/route.ts";
import { listTries, toTriesOfRows } from "#route/tries.ts";
import { toMicros } from "#money.ts";
import { toRevenueMax } from "#settle/revenue-max.ts";
import { findConverted } from "#settle/settle.ts";
import type { Expected } from "#strategy/expectation.ts";
import type { Recency } from "#strategy/recency.ts";
import { countsTallies, toTallyKey } from "#strategy/tally.ts";
import { toOffer, type OfferMark } from "#strategy/to-offer.ts";
import { isAttemptOver, mayHaveTalked } from "./attempt.ts";
import { toLegs, type DialChoice } from "./dial-leg.ts";
import type { ArrivedFact, Choice, DecidedFact, EndReason, Recovered } from "./event.ts";
import type { Instruction } from "./instruction.ts";
import { findRow, toDialChoice, type Offered } from "./offer.ts";
import { findRecoverable, isRecovered } from "./recover.ts";
import { findScreened, toScreensRead } from "./screens.ts";
import type { CallState } from "./state.ts";
import { findWaited, toEndReason, isTimeUsedUp, type Waited } from "./waited.ts";

/** Raised whenever the same inputs could give another choice; stored decisions name theirs. */
export const ENGINE_VERSION = 4;

/** What asks for a decision. `context-missing`: the state of a call under way could not be found. */
export type StepTrigger =
  | { kind: "arrived" }
  | { kind: "dial-ended"; attempt: number }
  | { kind: "context-missing"; step: number };

export type StepInput = {
  /** The call with the facts of the trigger joined in. */
  state: CallState;
  /** The campaign of the arrival; null when there is none in the book. */
  campaign: CampaignBook | null;
  bookRevision: number;
  trigger: StepTrigger;
  /** The entry that blocks the caller (`findBlock`); null when none does. */
  block: Block | null;
  /** Epoch ms of the decision; its event bears the same. */
  at: number;
  /**
   * Calls in progress per row of the campaign, then for its fallback if there is one; 0 where no limit is set and no
   * strategy compares them.
   */
  inUse: readonly number[];
  /** What the caps of each had counted, same order; absent when no row has caps. */
  capsUsed?: readonly CapsUsed[] | undefined;
  /** Calls in progress of groups and buyers that share a limit, same order; absent when none does. */
  sharedInUse?: SharedInUse | undefined;
  /** Calls begun within the window of each one's rate, same order; absent when nobody has one. */
  rateUsed?: readonly number[] | undefined;
  /** What the caps on the publisher's payout had counted; absent when it has none, and after the arrival. */
  payoutUsed?: CapsUsed | undefined;
  /** The balance of each row's buyer, same order; absent when none pays in advance. */
  balances?: readonly BalanceRead[] | undefined;
  /** What the strategies compare; absent when none of the account's compares anything but weights. */
  recency?: Recency | undefined;
  /** What is known of each row's agent, same order as `inUse`, null for targets; absent when no row is an agent. */
  agents?: readonly (AgentNumbers | null)[] | undefined;
  /** What has come of the rows' calls; absent where no strategy of the campaign goes by it. */
  expected?: Expected | undefined;
  /** What is known of the caller's other calls; absent where no dial of the campaign depends on it. */
  recall?: Recall | undefined;
  /** Which value lists the call is in; absent when no row asks. */
  listed?: Listed | undefined;
  /** Ids of the targets whose reservation was refused while this step was being decided. */
  refused: readonly string[];
  seed: string;
};

/**
 * A slot, a place under each cap and what a prepaid balance must have, to be taken together before the answer; when they
 * are refused, step again with the target among `refused`. Marks are set with them; when one is no longer as it was read,
 * or the balance has become too small, read all anew and step again.
 */
export type ReserveRequest = {
  targetId: string;
  buyerId: number | null;
  attempt: number;
  limit: number | null;
  /** Others among whose calls at once it counts; absent when there are none. */
  shared?: readonly { key: string; limit: number }[];
  /** Absent when nobody that it concerns has caps. */
  places?: readonly CapPlace[];
  /** Absent when the target has no rate. */
  rate?: { key: RateKey; limit: number; at: number };
  /** What is to be taken from the buyer's balance, and how far below zero that may go; absent where nothing is held. */
  balance?: { buyerId: number; micros: bigint; credit: bigint };
  /** Absent when strategies compare nothing. */
  offer?: { stamp: number; marks: readonly OfferMark[] };
};

/** All of `reserves` are to be taken before the answer, or none. */
export type Stepped = { fact: DecidedFact; reserves: readonly ReserveRequest[]; instruction: Instruction };

type Decision = {
  choice: Choice;
  reasons: string;
  reserves: readonly ReserveRequest[];
  recovered?: Recovered;
  tries?: readonly number[];
  waited?: Waited;
};

const DEFAULT_APOLOGY = "Sorry, we cannot take your call right now. Please try again later.";
const NOT_IN_SERVICE = "The number you have called is not in service.";

const toStep = (trigger: StepTrigger): number => {
  if (trigger.kind === "arrived") return 0;
  return trigger.kind === "dial-ended" ? trigger.attempt : trigger.step;
};

const apologise = (reason: EndReason, text: string): Decision => ({
  choice: { kind: "apologise", reason, text },
  reasons: "",
  reserves: [],
});

const findRecovered = ({ trigger, state, campaign }: StepInput): Recovered | null =>
  trigger.kind === "dial-ended" ? findRecoverable(state, trigger.attempt, campaign) : null;

type Asked = Pick<ReserveRequest, "shared" | "places" | "rate">;

type Place = { ref: RowRef; attempt: number };

/** What a dial takes up of everybody's limits: as it is written down, and as it is asked for. */
const takeUp = ({ at }: StepInput, campaign: CampaignBook, { ref, plan }: { ref: RowRef; plan: PlanRow }) => {
  const owned = listRowCaps(campaign, plan, ref === "fallback");
  const limits = listSharedLimits(campaign, plan);
  const key = plan.rate && toRateKey(plan.targetId, plan.rate);
  const taken =
    owned.length > 0 ? toClaims(owned, toRevenueMax(plan, campaign.timeLimitSeconds), at) : undefined;
  const asked: Asked = {
    ...(limits.length > 0 && { shared: limits.map((each) => ({ key: each.key, limit: each.limit })) }),
    ...(taken !== undefined && { places: taken.places }),
    ...(plan.rate !== undefined && key !== undefined && { rate: { key, limit: plan.rate.calls, at } }),
  };
  const shared = limits.length > 0 ? limits.map((each) => each.key) : undefined;
  return { asked, told: { claims: taken?.claims, shared, rate: key } };
};

/** A row that is to be dialled, and what must be taken for it. */
const offerRow = (
  input: StepInput,
  campaign: CampaignBook,
  { ref, attempt }: Place,
): { offered: Offered; reserve: ReserveRequest } | undefined => {
  const plan = findRow(campaign, ref);
  if (plan === undefined) return undefined;
  const { targetId, buyerId } = plan;
  const taken = takeUp(input, campaign, { ref, plan });
  const offered = input.recency && toOffer(campaign, { ref, targetId }, input.recency);
  const held = plan.prepaid && toNeeded(plan, campaign.timeLimitSeconds);
  const tally = countsTallies(campaign) ? toTallyKey(campaign, targetId) : undefined;
  return {
    offered: { ref, plan, attempt, ...taken.told, held, offer: offered?.offer, tally },
    reserve: {
      targetId,
      buyerId,
      attempt,
      limit: toConcurrencyLimit(plan, input.at),
      ...taken.asked,
      ...(plan.prepaid?.mode === "strict" &&
        buyerId !== null && {
          balance: { buyerId, micros: held ?? 0n, credit: toMicros(plan.prepaid.creditLimitMicros) },
        }),
      ...(offered !== undefined && { offer: { stamp: offered.offer.stamp, marks: offered.marks } }),
    },
  };
};

/** A mark that several set at once, such as their group's turn, is set and compared by the first of them alone. */
const setMarksOnce = (reserves: readonly ReserveRequest[]): ReserveRequest[] => {
  const seen = new Set<string>();
  return reserves.map((reserve) => {
    if (reserve.offer === undefined) return reserve;
    const marks = reserve.offer.marks.filter(({ mark }) => !seen.has(mark));
    for (const { mark } of marks) seen.add(mark);
    return { ...reserve, offer: { ...reserve.offer, marks } };
  });
};

/** The choice to dial a row, and others beside it, and what must be taken for all of them. */
const dial = (
  input: StepInput,
  { row, beside }: { row: RowRef; beside: readonly number[] },
  offering: { campaign: CampaignBook; arrived: ArrivedFact; waited: Waited | undefined },
): Decision | undefined => {
  const first = toStep(input.trigger) + 1;
  const all = [...beside, row].flatMap(
    (ref, index) => offerRow(input, offering.campaign, { ref, attempt: first + index }) ?? [],
  );
  const last = all.at(-1)?.offered;
  if (last === undefined) return undefined;
  const choice = toDialChoice(
    last,
    all.slice(0, -1).map(({ offered }) => offered),
    { ...offering, recall: input.recall, at: input.at },
  );
  return { choice, reasons: "", reserves: setMarksOnce(all.map(({ reserve }) => reserve)) };
};

/** What the campaign has for a caller whom nobody took. */
const giveUp = ({ apology, fallbackAnswer }: CampaignBook, reason: EndReason): Decision => {
  if (fallbackAnswer === undefined) return apologise(reason, apology);
  const choice: Choice =
    fallbackAnswer.kind === "voicemail"
      ? { ...fallbackAnswer, reason }
      : { kind: "apologise", reason, text: fallbackAnswer.text, isMessage: true };
  return { choice, reasons: "", reserves: [] };
};

/** A further target, the fallback, or the apology. */
const offer = (input: StepInput, campaign: CampaignBook, arrived: ArrivedFact): Decision => {
  const { decisions } = input.state;
  const dials = decisions.flatMap(({ choice }) => (choice.kind === "dial" ? [choice] : []));
  const recovered = findRecovered(input);
  const fallbackUsed = dials.some(({ row }) => row === "fallback");
  // A conversation counts among the recoveries, and not among the dials that nobody took; several that ring at once
  // are one dial.
  const isDialAttempt = (each: DialChoice): boolean =>
    each.row !== "fallback" &&
    toLegs(each).every(
      ({ attempt }) => attempt !== recovered?.attempt && !isRecovered(decisions, { number: attempt }),
    );
  const attemptsUsedUp = dials.filter(isDialAttempt).length >= campaign.dialAttemptsMax;
  const waited = findWaited(input.state, campaign, input.at);
  const tries = listTries(input.state.attempts);
  const triesOfRows = toTriesOfRows(listRows(campaign), tries);
  const { reasons, ...routed } = route({
    campaign,
    at: input.at,
    inUse: input.inUse,
    capsUsed: input.capsUsed,
    sharedInUse: input.sharedInUse,
    rateUsed: input.rateUsed,
    balances: input.balances,
    recency: input.recency,
    agents: input.agents,
    expected: input.expected,
    recall: input.recall,
    filterInput: { tags: createCallTags(arrived, input.at), listed: input.listed ?? {} },
    tries,
    refused: input.refused,
    // After a refusal the draw is made afresh, or all that the lost row attracted would go to its neighbour.
    seed: `${input.seed}:${toStep(input.trigger)}:${input.refused.length}`,
    rowsAllowed:
      !attemptsUsedUp &&
      !fallbackUsed &&
      !isTimeUsedUp(waited) &&
      toAnonymousRule(campaign, arrived.from) !== "fallback",
    fallbackAllowed: !fallbackUsed,
  });
  const { row, beside } = routed;
  const dialled = row === null ? undefined : dial(input, { row, beside }, { campaign, arrived, waited });
  const decision = dialled ?? giveUp(campaign, toEndReason(attemptsUsedUp, waited));
  return {
    ...decision,
    reasons,
    ...(recovered !== null && { recovered }),
    ...(triesOfRows !== undefined && { tries: triesOfRows }),
    ...(waited !== undefined && { waited }),
  };
};

const decideFromBook = (input: StepInput, arrived: ArrivedFact): Decision => {
  const { campaign } = input;
  if (arrived.numberId === null) return apologise("number-unknown", NOT_IN_SERVICE);
  if (arrived.campaignId === null || campaign === null) {
    return apologise("number-unassigned", NOT_IN_SERVICE);
  }
  const screened = findScreened(input, campaign, arrived.from);
  if (screened !== undefined) return apologise(screened, campaign.apology);
  if (arrived.paused !== undefined) return apologise(`${arrived.paused}-paused`, campaign.apology);
  if (campaign.status === "paused") return apologise("campaign-paused", campaign.apology);
  // Whoever was dialled and owes for the dial is the call's one paying buyer.
  if (findConverted(input.state) !== undefined) return apologise("converted", campaign.apology);
  return offer(input, campaign, arrived);
};

/** Asked once for a call, when it comes in: what is full later takes nothing away from its publisher. */
const findPayoutCaps = ({ state, campaign, payoutUsed, trigger, at }: StepInput): PayoutCaps | undefined => {
  const publisherId = state.arrived?.publisherId ?? null;
  const owned = campaign === null ? undefined : findPublisherCaps(campaign, publisherId);
  return trigger.kind !== "arrived" || owned === undefined || payoutUsed === undefined
    ? undefined
    : judgePayoutCaps(owned, payoutUsed, at);
};

/** Whether the caller is gone, or has had, or may have had, the conversation that the call was for. */
const isOver = (input: StepInput): boolean => {
  const { status, attempts, decisions } = input.state;
  if (status === "ended") return true;
  const recovered = findRecovered(input)?.attempt;
  return attempts.some(
    (each) => mayHaveTalked(each) && each.number !== recovered && !isRecovered(decisions, each),
  );
};

const decide = (input: StepInput): Decision => {
  const { state, trigger, campaign } = input;
  const apology = campaign?.apology ?? DEFAULT_APOLOGY;
  if (trigger.kind === "context-missing" || state.arrived === null) {
    return apologise("context-missing", apology);
  }
  if (isOver(input)) {
    return { choice: { kind: "hang-up", reason: "call-over" }, reasons: "", reserves: [] };
  }
  const isKnown =
    trigger.kind === "arrived" || state.attempts.some(({ number }) => number === trigger.attempt);
  if (!isKnown) return apologise("context-missing", apology);
  // A further buyer while one may still be on the line could mean two who pay.
  return state.attempts.every(isAttemptOver)
    ? decideFromBook(input, state.arrived)
    : apologise("attempt-open", apology);
};

/** What the carrier is told for a choice; a repeated webhook is answered from the stored one. */
export const toInstruction = ({ choice }: DecidedFact): Instruction => {
  switch (choice.kind) {
    case "dial":
      return {
        kind: "dial",
        attempt: choice.attempt,
        destination: choice.destination,
        ...(choice.beside !== undefined && {
          beside: choice.beside.map(({ attempt, destination }) => ({ attempt, destination })),
        }),
        ringTimeoutSeconds: choice.ringTimeoutSeconds,
        timeLimitSeconds: choice.timeLimitSeconds,
        callerId: choice.callerId,
        record: choice.record,
      };
    case "apologise":
      return { kind: "say-and-hang-up", text: choice.text };
    case "voicemail":
      return { kind: "take-message", greeting: choice.greeting, maxSeconds: choice.maxSeconds };
    case "hang-up":
      return { kind: "hang-up" };
  }
};

/** What rows were judged by besides calls in progress, as a decision keeps it. */
const toRead = (input: StepInput) => {
  const { capsUsed, sharedInUse, rateUsed, balances, agents, listed, recency, expected } = input;
  return {
    ...(capsUsed !== undefined && { capsUsed }),
    ...(sharedInUse !== undefined && { sharedInUse }),
    ...(rateUsed !== undefined && { rateUsed }),
    ...(balances !== undefined && { balances }),
    ...(agents !== undefined && { agents }),
    ...(listed !== undefined && { listed }),
    ...(recency !== undefined && { recency }),
    ...(expected !== undefined && { expected }),
  };
};

/**
 * The next decision of a call, with the slot it needs. Total: whatever is missing, the caller gets an answer.
 * Law: no buyer for a blocked caller or a call attested otherwise than its campaign accepts, and no further one once one
 * was connected whose conversation was not recovered from, once one has converted, once the caller is gone, or while an
 * attempt is open; no target twice unless its row says so; a step already decided gets its decision again and reserves nothing.
 */
export const stepCall = (input: StepInput): Stepped => {
  const step = toStep(input.trigger);
  const stored = input.state.decisions.find((decision) => decision.step === step);
  if (stored !== undefined) return { fact: stored, reserves: [], instruction: toInstruction(stored) };
  const { choice, reasons, reserves, ...besides } = decide(input);
  const payoutCaps = findPayoutCaps(input);
  const fact: DecidedFact = {
    kind: "decided",
    step,
    bookRevision: input.bookRevision,
    engineVersion: ENGINE_VERSION,
    seed: input.seed,
    reasons,
    inUse: reasons === "" ? [] : input.inUse,
    ...toScreensRead(input, choice),
    ...(reasons !== "" && toRead(input)),
    ...(payoutCaps !== undefined && { payoutCaps }),
    ...besides,
    choice,
  };
  return { fact, reserves, instruction: toInstruction(fact) };
};
