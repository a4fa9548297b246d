import {
  emptyCall,
  joinEvents,
  listLegs,
  toEventKey,
  toInstruction,
  type CallEvent,
  type CallFact,
  type CallState,
  type DecidedFact,
  type StepTrigger,
} from "@ccp/engine";
import { unclaimCaller } from "./callers.ts";
import type { Slot } from "./capacity/capacity.ts";
import { decide } from "./decide.ts";
import type { Answer, LiveParts, Webhook } from "./live-parts.ts";
import type { RouteState } from "./route-state.ts";
import { withNews } from "./with-news.ts";

// Enough to know whom a call was offered to, few enough for an address.
const dialledMax = 20;

/** A fact as the journal keeps it. */
export const toEvent = (
  { accountId, callId }: Pick<CallState, "accountId" | "callId">,
  at: number,
  fact: CallFact,
): CallEvent => ({ key: toEventKey(fact), accountId, callId, at, fact });

const listDialled = ({ decisions }: CallState, stepMax: number): RouteState["dialled"] => {
  const made = decisions.filter(({ step }) => step <= stepMax);
  // No buyer has the number 0: it stands for an agent's nobody.
  return listLegs(made).map(({ leg: { targetId, buyerId } }) => ({ targetId, buyerId: buyerId ?? 0 }));
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
  // An address of any other decision leads back to it: an earlier one would ring somebody again.
  attempt: decided.choice.kind === "dial" ? decided.choice.attempt : decided.step,
  bookRevision: decided.bookRevision,
  decidedAt,
  dialled: listDialled(state, decided.step).slice(-dialledMax),
});

type Seal = LiveParts["routeState"]["seal"];

/** The address that is told of an attempt's leg bears the attempt; the others are the dial's. */
const toUrls = (base: string, routeState: RouteState, seal: Seal) => {
  const sealed = seal(routeState);
  return {
    step: `${base}/step?s=${sealed}`,
    toStatus: (attempt: number) =>
      `${base}/status?s=${attempt === routeState.attempt ? sealed : seal({ ...routeState, attempt })}`,
    recording: `${base}/recording?s=${sealed}`,
    messageTaken: `${base}/message-taken?s=${sealed}`,
    voicemail: `${base}/voicemail?s=${sealed}`,
  };
};

const noUrls = { step: "", toStatus: () => "", recording: "", messageTaken: "", voicemail: "" };

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
    fact.choice.kind === "dial" || fact.choice.kind === "voicemail"
      ? toUrls(
          `${publicUrl}/carriers/${adapter.name}`,
          toRouteState(state, carrierAccount.id, fact, at),
          routeState.seal,
        )
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

const giveBack = async ({ capacity }: LiveParts, slots: readonly Slot[]): Promise<void> => {
  for (const slot of slots) await capacity.release(slot);
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
  const capacity =
    known === undefined
      ? parts.capacity
      : withNews(parts.capacity, () => parts.contexts.find(callId), events);
  const { fact, slots } = await decide({ capacity }, { entry, state, trigger, at });
  const decided = toEvent(held, at, fact);
  const after = joinEvents(state, [decided]);
  await parts.recorder.record([...events, decided], {
    before: known,
    after,
    giveBack: async () => {
      await giveBack(parts, slots);
      if ((known?.arrived ?? null) === null) await unclaimCaller(parts, entry.book, state);
    },
  });
  const answer = findStoredAnswer(parts, webhook, parts.contexts.find(callId) ?? after, fact.step);
  if (answer === undefined) throw new Error(`Step ${fact.step} of call ${callId} was decided and not kept.`);
  parts.tally.add("answered");
  return answer;
};
