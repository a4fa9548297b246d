import {
  emptyCall,
  joinEvents,
  toEventKey,
  toInstruction,
  type CallEvent,
  type CallFact,
  type CallState,
  type DecidedFact,
  type StepTrigger,
} from "@ccp/engine";
import type { CarrierAdapter } from "#carriers/carrier.ts";
import { decide } from "./decide.ts";
import type { Answer, LiveParts, Webhook } from "./live-parts.ts";
import type { RouteState } from "./route-state.ts";

// Enough to know whom a call was offered to, few enough for an address.
const dialledMax = 20;

/** A fact as the journal keeps it. */
export const toEvent = (
  { accountId, callId }: Pick<CallState, "accountId" | "callId">,
  at: number,
  fact: CallFact,
): CallEvent => ({ key: toEventKey(fact), accountId, callId, at, fact });

const listDialled = ({ decisions }: CallState, stepMax: number): RouteState["dialled"] => {
  const dialled: { targetId: string; buyerId: number }[] = [];
  for (const { step, choice } of decisions) {
    if (choice.kind === "dial" && step <= stepMax) dialled.push(choice);
  }
  return dialled;
};

const toRouteState = (
  state: CallState,
  carrierAccountId: number,
  decided: DecidedFact,
  decidedAt: number,
): RouteState => ({
  accountId: state.accountId,
  callId: state.callId,
  carrierAccountId,
  step: decided.step,
  attempt: decided.choice.kind === "dial" ? decided.choice.attempt : 0,
  bookRevision: decided.bookRevision,
  decidedAt,
  dialled: listDialled(state, decided.step).slice(-dialledMax),
});

const toUrls = (publicUrl: string, adapter: CarrierAdapter, sealed: string) => {
  const base = `${publicUrl}/carriers/${adapter.name}`;
  return {
    step: `${base}/step?s=${sealed}`,
    status: `${base}/status?s=${sealed}`,
    recording: `${base}/recording?s=${sealed}`,
  };
};

const noUrls = { step: "", status: "", recording: "" };

/**
 * The stored decision of a step in the carrier's markup; undefined when the step was not decided.
 * Law: the same decision gives the same bytes, however often and after whatever else it is asked for.
 */
export const findStoredAnswer = (
  { publicUrl, routeState }: LiveParts,
  { adapter, carrierAccount }: Webhook,
  state: CallState,
  step: number,
): Answer | undefined => {
  const event = state.events.find(({ key }) => key === `decided:${step}`);
  if (event?.fact.kind !== "decided") return undefined;
  const { fact, at } = event;
  const urls =
    fact.choice.kind === "dial"
      ? toUrls(publicUrl, adapter, routeState.seal(toRouteState(state, carrierAccount.id, fact, at)))
      : noUrls;
  const { contentType, body } = adapter.render(toInstruction(fact), urls);
  return { status: 200, contentType, body };
};

/** The answer about a call that is over and forgotten: nothing is left to decide. */
export const endCall = ({ adapter }: Webhook): Answer => {
  const { contentType, body } = adapter.render({ kind: "hang-up" }, noUrls);
  return { status: 200, contentType, body };
};

type Step = {
  callId: string;
  /** The call as it stands; undefined when nothing is known of it. */
  known: CallState | undefined;
  trigger: StepTrigger;
  /** What the webhook says, besides asking for the step. */
  facts: readonly CallFact[];
};

/** Decides a step with the webhook's facts joined in, records facts and decision together, and answers. */
export const answerStep = async (
  parts: LiveParts,
  webhook: Webhook,
  { callId, known, trigger, facts }: Step,
): Promise<Answer> => {
  const { entry } = webhook;
  const at = parts.clock.now();
  const held = known ?? emptyCall(callId, entry.book.accountId);
  const events = facts.map((fact) => toEvent(held, at, fact));
  const state = joinEvents(held, events);
  const { fact, slot } = await decide(parts, { entry, state, trigger, at });
  const decided = toEvent(held, at, fact);
  const after = joinEvents(state, [decided]);
  await parts.recorder.record([...events, decided], {
    before: known,
    after,
    ...(slot !== null && { giveBack: () => parts.capacity.release(slot) }),
  });
  const answer = findStoredAnswer(parts, webhook, parts.contexts.find(callId) ?? after, fact.step);
  if (answer === undefined) throw new Error(`Step ${fact.step} of call ${callId} was decided and not kept.`);
  parts.tally.add("answered");
  return answer;
};
