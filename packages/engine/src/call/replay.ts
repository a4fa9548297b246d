import type { CampaignBook } from "#book.ts";
import { toCanonicalText } from "#canonical.ts";
import { reasonLetters } from "#reason.ts";
import { toEventKey, type Choice, type DecidedFact } from "./event.ts";
import { foldCall } from "./fold.ts";
import { findRow } from "./offer.ts";
import type { CallState } from "./state.ts";
import { ENGINE_VERSION, stepCall, type StepTrigger } from "./step.ts";

/** A decision made again. Only under the same engine must `isSame` hold. */
export type Replayed = { isSame: boolean; isSameEngine: boolean; choice: Choice; reasons: string };

const toTrigger = ({ choice, step }: DecidedFact): StepTrigger => {
  if (choice.kind === "apologise" && choice.reason === "context-missing") {
    return { kind: "context-missing", step };
  }
  return step === 0 ? { kind: "arrived" } : { kind: "dial-ended", attempt: step };
};

/** When a decision was made (epoch ms); after all that is known where its event is not. */
const findDecidedAt = (state: CallState, decided: DecidedFact): number =>
  state.events.find(({ key }) => key === toEventKey(decided))?.at ?? (state.lastFactAt ?? 0) + 1;

/** The call as the decision saw it; `isTieSeen` says whether facts of the same millisecond came before it. */
const rewind = (state: CallState, decided: DecidedFact, isTieSeen: boolean): CallState => {
  const decidedAt = findDecidedAt(state, decided);
  const seen = state.events.filter(({ at, fact }) => {
    if (fact.kind === "arrived") return true;
    if (fact.kind === "decided") return fact.step < decided.step;
    if (fact.kind === "dial-ended") return fact.attempt <= decided.step;
    // A conversation that had converted is not recovered from: what says so was still on its way.
    if (fact.kind === "converted" && fact.attempt === decided.recovered?.attempt) return false;
    return at < decidedAt || (isTieSeen && at === decidedAt);
  });
  return seen.length > 0 ? foldCall(seen) : state;
};

/** The targets that lost their last place to another call while the decision was being made. */
export const listRefused = (decided: DecidedFact, campaign: CampaignBook): string[] => {
  const targetIds = Array.from(decided.reasons).flatMap((letter, index) => {
    if (letter !== reasonLetters["reservation-refused"]) return [];
    return findRow(campaign, index < campaign.rows.length ? index : "fallback")?.targetId ?? [];
  });
  return [...new Set(targetIds)];
};

/**
 * Makes a stored decision again from its stored inputs. `campaign` is that of the decision's book revision.
 * Law: under the same engine version the choice and every reason come out the same, provided that no fact
 * the decision saw bears a later receipt time than the decision.
 */
export const replayDecision = (
  decided: DecidedFact,
  campaign: CampaignBook | null,
  state: CallState,
): Replayed => {
  const stepFrom = (isTieSeen: boolean): DecidedFact =>
    stepCall({
      state: rewind(state, decided, isTieSeen),
      campaign,
      bookRevision: decided.bookRevision,
      trigger: toTrigger(decided),
      block: decided.block ?? null,
      at: findDecidedAt(state, decided),
      inUse: decided.inUse,
      capsUsed: decided.capsUsed,
      sharedInUse: decided.sharedInUse,
      rateUsed: decided.rateUsed,
      payoutUsed: decided.payoutCaps?.used,
      balances: decided.balances,
      recency: decided.recency,
      agents: decided.agents,
      expected: decided.expected,
      recall: decided.recall,
      listed: decided.listed,
      refused: campaign === null ? [] : listRefused(decided, campaign),
      seed: decided.seed,
    }).fact;
  const isEqual = (fact: DecidedFact): boolean =>
    fact.reasons === decided.reasons && toCanonicalText(fact.choice) === toCanonicalText(decided.choice);
  // Receipt times cannot order what came within one millisecond, so either order will do.
  const afterTies = stepFrom(true);
  const fact = isEqual(afterTies) ? afterTies : stepFrom(false);
  return {
    isSame: isEqual(fact),
    isSameEngine: decided.engineVersion === ENGINE_VERSION,
    choice: fact.choice,
    reasons: fact.reasons,
  };
};
