import type { Block } from "#block/blocked-caller.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { toClaims, type Place } from "#cap/counter.ts";
import type { CapsUsed } from "#cap/judge-caps.ts";
import { createCallTags } from "#filter/call-tags.ts";
import type { Listed } from "#filter/listed.ts";
import { route, type RowRef } from "#route/route.ts";
import { checkAttestation, isAccepted, type AttestationCheck } from "#screen/attestation.ts";
import { findConverted } from "#settle/settle.ts";
import type { Recency } from "#strategy/recency.ts";
import { toOffer, type OfferMark } from "#strategy/to-offer.ts";
import { isAttemptOver } from "./attempt.ts";
import type { ArrivedFact, Choice, DecidedFact, EndReason, Recovered } from "./event.ts";
import type { Instruction } from "./instruction.ts";
import { findRow, toDialChoice } from "./offer.ts";
import { findRecoverable, isRecovered } from "./recover.ts";
import type { CallState } from "./state.ts";

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
  /** What the strategies compare; absent when none of the account's compares anything but weights. */
  recency?: Recency | undefined;
  /** Which value lists the call is in; absent when no row asks. */
  listed?: Listed | undefined;
  /** Ids of the targets whose reservation was refused while this step was being decided. */
  refused: readonly string[];
  seed: string;
};

/**
 * A slot, and a place under each cap, to be taken together before the answer; when they are refused, step again with
 * the target among `refused`. Marks are set with them; when one is no longer as it was read, read all anew and step again.
 */
export type ReserveRequest = {
  targetId: string;
  buyerId: number;
  attempt: number;
  limit: number | null;
  /** Absent when the target has no caps. */
  places?: readonly Place[];
  /** Absent when strategies compare nothing. */
  offer?: { stamp: number; marks: readonly OfferMark[] };
};

export type Stepped = { fact: DecidedFact; reserve: ReserveRequest | null; instruction: Instruction };

type Decision = {
  choice: Choice;
  reasons: string;
  reserve: ReserveRequest | null;
  recovered?: Recovered;
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
  reserve: null,
});

type Dialled = { ref: RowRef; plan: PlanRow; arrived: ArrivedFact };

const findRecovered = ({ trigger, state, campaign }: StepInput): Recovered | null =>
  trigger.kind === "dial-ended" ? findRecoverable(state, trigger.attempt, campaign) : null;

/** The choice to dial a row, and what must be taken for it. */
const dial = (input: StepInput, campaign: CampaignBook, { ref, plan, arrived }: Dialled): Decision => {
  const attempt = toStep(input.trigger) + 1;
  const { targetId, buyerId } = plan;
  const taken = plan.caps && toClaims(targetId, plan.caps, input.at);
  const offered = input.recency && toOffer(campaign, { ref, targetId }, input.recency);
  const row = { ref, plan, claims: taken?.claims, offer: offered?.offer };
  return {
    choice: toDialChoice(campaign, row, attempt, arrived),
    reasons: "",
    reserve: {
      targetId,
      buyerId,
      attempt,
      limit: plan.concurrencyMax,
      ...(taken !== undefined && { places: taken.places }),
      ...(offered !== undefined && { offer: { stamp: offered.offer.stamp, marks: offered.marks } }),
    },
  };
};

/** A further target, the fallback, or the apology. */
const offer = (input: StepInput, campaign: CampaignBook, arrived: ArrivedFact): Decision => {
  const { decisions } = input.state;
  const dials = decisions.flatMap(({ choice }) => (choice.kind === "dial" ? [choice] : []));
  const recovered = findRecovered(input);
  const fallbackUsed = dials.some(({ row }) => row === "fallback");
  // A conversation counts among the recoveries, and not among the dials that nobody took.
  const isDialAttempt = ({ row, attempt }: (typeof dials)[number]): boolean =>
    row !== "fallback" && attempt !== recovered?.attempt && !isRecovered(decisions, { number: attempt });
  const attemptsUsedUp = dials.filter(isDialAttempt).length >= campaign.dialAttemptsMax;
  const { row, reasons } = route({
    campaign,
    at: input.at,
    inUse: input.inUse,
    capsUsed: input.capsUsed,
    recency: input.recency,
    filterInput: { tags: createCallTags(arrived, input.at), listed: input.listed ?? {} },
    tried: dials.map(({ targetId }) => targetId),
    refused: input.refused,
    // After a refusal the draw is made afresh, or all that the lost row attracted would go to its neighbour.
    seed: `${input.seed}:${toStep(input.trigger)}:${input.refused.length}`,
    rowsAllowed: !attemptsUsedUp && !fallbackUsed,
    fallbackAllowed: !fallbackUsed,
  });
  const plan = row === null ? undefined : findRow(campaign, row);
  const decision =
    row === null || plan === undefined
      ? apologise(attemptsUsedUp ? "attempts-used-up" : "nobody-eligible", campaign.apology)
      : dial(input, campaign, { ref: row, plan, arrived });
  return { ...decision, reasons, ...(recovered !== null && { recovered }) };
};

/** Like a block, the demand is asked when the call arrives and not again: one that is made meanwhile ends no call. */
const findAttestation = ({ state, campaign, trigger }: StepInput): AttestationCheck | null =>
  trigger.kind === "arrived" && typeof state.arrived?.campaignId === "string"
    ? checkAttestation(state.arrived.stirVerstat, campaign?.attestations)
    : null;

const decideFromBook = (input: StepInput, arrived: ArrivedFact): Decision => {
  const { campaign } = input;
  if (arrived.numberId === null) return apologise("number-unknown", NOT_IN_SERVICE);
  if (arrived.campaignId === null || campaign === null) {
    return apologise("number-unassigned", NOT_IN_SERVICE);
  }
  if (input.block !== null) return apologise("caller-blocked", campaign.apology);
  const attestation = findAttestation(input);
  if (attestation !== null && !isAccepted(attestation)) {
    return apologise("attestation-refused", campaign.apology);
  }
  if (arrived.paused !== undefined) return apologise(`${arrived.paused}-paused`, campaign.apology);
  if (campaign.status === "paused") return apologise("campaign-paused", campaign.apology);
  // Whoever was dialled and owes for the dial is the call's one paying buyer.
  if (findConverted(input.state) !== undefined) return apologise("converted", campaign.apology);
  return offer(input, campaign, arrived);
};

/** Whether the caller is gone, or has had the conversation that the call was for. */
const isOver = (input: StepInput): boolean => {
  const { status, attempts, decisions } = input.state;
  if (status === "ended") return true;
  const recovered = findRecovered(input)?.attempt;
  return attempts.some(
    (each) => each.outcome === "completed" && each.number !== recovered && !isRecovered(decisions, each),
  );
};

const decide = (input: StepInput): Decision => {
  const { state, trigger, campaign } = input;
  const apology = campaign?.apology ?? DEFAULT_APOLOGY;
  if (trigger.kind === "context-missing" || state.arrived === null) {
    return apologise("context-missing", apology);
  }
  if (isOver(input)) {
    return { choice: { kind: "hang-up", reason: "call-over" }, reasons: "", reserve: null };
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
        ringTimeoutSeconds: choice.ringTimeoutSeconds,
        timeLimitSeconds: choice.timeLimitSeconds,
        callerId: choice.callerId,
        record: choice.record,
      };
    case "apologise":
      return { kind: "say-and-hang-up", text: choice.text };
    case "hang-up":
      return { kind: "hang-up" };
  }
};

/**
 * The next decision of a call, with the slot it needs. Total: whatever is missing, the caller gets an answer.
 * Law: no buyer for a blocked caller or a call attested otherwise than its campaign accepts, and no further one once one
 * was connected whose conversation was not recovered from, once one has converted, once the caller is gone, or while an
 * attempt is open; no target twice; a step already decided gets its decision again and reserves nothing.
 */
export const stepCall = (input: StepInput): Stepped => {
  const step = toStep(input.trigger);
  const stored = input.state.decisions.find((decision) => decision.step === step);
  if (stored !== undefined) return { fact: stored, reserve: null, instruction: toInstruction(stored) };
  const { choice, reasons, reserve, recovered } = decide(input);
  const attestation = findAttestation(input);
  const fact: DecidedFact = {
    kind: "decided",
    step,
    bookRevision: input.bookRevision,
    engineVersion: ENGINE_VERSION,
    seed: input.seed,
    reasons,
    inUse: reasons === "" ? [] : input.inUse,
    ...(input.block !== null && { block: input.block }),
    ...(attestation !== null && { attestation }),
    ...(reasons !== "" && input.capsUsed !== undefined && { capsUsed: input.capsUsed }),
    ...(reasons !== "" && input.listed !== undefined && { listed: input.listed }),
    ...(reasons !== "" && input.recency !== undefined && { recency: input.recency }),
    ...(recovered !== undefined && { recovered }),
    choice,
  };
  return { fact, reserve, instruction: toInstruction(fact) };
};
