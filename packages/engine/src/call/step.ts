import type { Block } from "#block/blocked-caller.ts";
import type { CampaignBook } from "#book.ts";
import { toClaims, type Place } from "#cap/counter.ts";
import type { CapsUsed } from "#cap/judge-caps.ts";
import { route } from "#route/route.ts";
import { isAttemptOver } from "./attempt.ts";
import type { ArrivedFact, Choice, DecidedFact, EndReason } from "./event.ts";
import type { Instruction } from "./instruction.ts";
import { findRow, toDialChoice } from "./offer.ts";
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
  /** Calls in progress per row of the campaign, then for its fallback if there is one; 0 where no limit is set. */
  inUse: readonly number[];
  /** What the caps of each had counted, same order; absent when no row has caps. */
  capsUsed?: readonly CapsUsed[] | undefined;
  /** Ids of the targets whose reservation was refused while this step was being decided. */
  refused: readonly string[];
  seed: string;
};

/**
 * A slot, and a place under each cap, to be taken together before the answer; when they are refused, step again with
 * the target among `refused`.
 */
export type ReserveRequest = {
  targetId: string;
  buyerId: number;
  attempt: number;
  limit: number | null;
  /** Absent when the target has no caps. */
  places?: readonly Place[];
};

export type Stepped = { fact: DecidedFact; reserve: ReserveRequest | null; instruction: Instruction };

type Decision = { choice: Choice; reasons: string; reserve: ReserveRequest | null };

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

/** A further target, the fallback, or the apology. */
const offer = (input: StepInput, campaign: CampaignBook, arrived: ArrivedFact): Decision => {
  const dials = input.state.decisions.flatMap(({ choice }) => (choice.kind === "dial" ? [choice] : []));
  const fallbackUsed = dials.some((dial) => dial.row === "fallback");
  const attemptsUsedUp = dials.filter((dial) => dial.row !== "fallback").length >= campaign.dialAttemptsMax;
  const step = toStep(input.trigger);
  const { row, reasons } = route({
    campaign,
    at: input.at,
    inUse: input.inUse,
    capsUsed: input.capsUsed,
    tried: dials.map((dial) => dial.targetId),
    refused: input.refused,
    // After a refusal the draw is made afresh, or all that the lost row attracted would go to its neighbour.
    seed: `${input.seed}:${step}:${input.refused.length}`,
    rowsAllowed: !attemptsUsedUp && !fallbackUsed,
    fallbackAllowed: !fallbackUsed,
  });
  const plan = row === null ? undefined : findRow(campaign, row);
  if (row === null || plan === undefined) {
    const reason = attemptsUsedUp ? "attempts-used-up" : "nobody-eligible";
    return { ...apologise(reason, campaign.apology), reasons };
  }
  const attempt = step + 1;
  const taken = plan.caps && toClaims(plan.targetId, plan.caps, input.at);
  return {
    choice: toDialChoice(campaign, { ref: row, plan, claims: taken?.claims }, attempt, arrived),
    reasons,
    reserve: {
      targetId: plan.targetId,
      buyerId: plan.buyerId,
      attempt,
      limit: plan.concurrencyMax,
      ...(taken !== undefined && { places: taken.places }),
    },
  };
};

const decideFromBook = (input: StepInput, arrived: ArrivedFact): Decision => {
  const { campaign } = input;
  if (arrived.numberId === null) return apologise("number-unknown", NOT_IN_SERVICE);
  if (arrived.campaignId === null || campaign === null) {
    return apologise("number-unassigned", NOT_IN_SERVICE);
  }
  if (input.block !== null) return apologise("caller-blocked", campaign.apology);
  if (arrived.paused !== undefined) return apologise(`${arrived.paused}-paused`, campaign.apology);
  if (campaign.status === "paused") return apologise("campaign-paused", campaign.apology);
  return offer(input, campaign, arrived);
};

const decide = (input: StepInput): Decision => {
  const { state, trigger, campaign } = input;
  const apology = campaign?.apology ?? DEFAULT_APOLOGY;
  if (trigger.kind === "context-missing" || state.arrived === null) {
    return apologise("context-missing", apology);
  }
  if (state.status === "ended" || state.attempts.some((attempt) => attempt.outcome === "completed")) {
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
 * Law: no further buyer for a blocked caller, once one was connected, once the caller is gone, or while an attempt is open; no target
 * twice; a step already decided gets its decision again and reserves nothing.
 */
export const stepCall = (input: StepInput): Stepped => {
  const step = toStep(input.trigger);
  const stored = input.state.decisions.find((decision) => decision.step === step);
  if (stored !== undefined) return { fact: stored, reserve: null, instruction: toInstruction(stored) };
  const { choice, reasons, reserve } = decide(input);
  const fact: DecidedFact = {
    kind: "decided",
    step,
    bookRevision: input.bookRevision,
    engineVersion: ENGINE_VERSION,
    seed: input.seed,
    reasons,
    inUse: reasons === "" ? [] : input.inUse,
    ...(input.block !== null && { block: input.block }),
    ...(reasons !== "" && input.capsUsed !== undefined && { capsUsed: input.capsUsed }),
    choice,
  };
  return { fact, reserve, instruction: toInstruction(fact) };
};
