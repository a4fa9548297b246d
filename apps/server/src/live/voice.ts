import { bookNumberKey, isAttemptOver, type ArrivedFact, type CallState } from "@ccp/engine";
import type { CallIncoming } from "#carriers/carrier.ts";
import { answerStep, endCall, findStoredAnswer } from "./answer-step.ts";
import { toCallId } from "./call-id.ts";
import { claimCaller } from "./callers.ts";
import { refuse, type Answer, type Handler, type LiveParts, type Webhook } from "./live-parts.ts";
import { findSealedState, openFor } from "./open-route-state.ts";
import { readPayout } from "./read-payout.ts";
import { goOn } from "./step.ts";

/** Where a call came in. */
type Line = Pick<Webhook, "entry" | "carrierAccount">;

/** How a call comes in, but for what is known of its caller and what is paid for it. */
const toKnown = ({ entry, carrierAccount }: Line, event: CallIncoming): ArrivedFact => {
  const { numbers, currency } = entry.book;
  const key = bookNumberKey(carrierAccount.id, event.to);
  const number = Object.hasOwn(numbers, key) ? numbers[key] : undefined;
  return {
    kind: "arrived",
    carrierAccountId: carrierAccount.id,
    carrierAccountRef: carrierAccount.accountRef,
    carrierCallRef: event.callRef,
    from: event.from,
    to: event.to,
    numberId: number?.id ?? null,
    campaignId: number?.campaignId ?? null,
    publisherId: number?.publisherId ?? null,
    ...(number?.paused !== undefined && { paused: number.paused }),
    place: event.place,
    stirVerstat: event.stirVerstat,
    currency,
  };
};

/**
 * How a call comes in at `at` (epoch ms), by the book of this moment; from now on it is one of its caller's calls.
 * Whether it is a repeat is known before it is asked what is paid for it.
 */
export const arrive = async (
  parts: Pick<LiveParts, "capacity">,
  line: Line,
  { event, callId, at }: { event: CallIncoming; callId: string; at: number },
): Promise<ArrivedFact> => {
  const { entry } = line;
  const arrived = await claimCaller(parts, { book: entry.book, callId, at }, toKnown(line, event));
  return { ...arrived, ...readPayout(entry, arrived, at) };
};

/** The first decision of a call: made once, however often and however simultaneously it is asked for. */
const begin = (parts: LiveParts, webhook: Webhook, callId: string, event: CallIncoming): Promise<Answer> =>
  parts.flights.run(callId, async () => {
    const known = parts.contexts.find(callId);
    const stored = known === undefined ? undefined : findStoredAnswer(parts, webhook, known, 0);
    if (stored !== undefined) return stored;
    // What is known of a call without its first decision came after the rest was forgotten, or lost.
    if (known !== undefined || parts.contexts.hasEnded(callId)) {
      parts.tally.add("ended-call");
      return endCall(webhook);
    }
    const arrived = await arrive(parts, webhook, { event, callId, at: parts.clock.now() });
    if (arrived.numberId === null) {
      parts.tally.add("number-unknown");
      parts.log.warn(
        { callId, accountId: webhook.entry.book.accountId },
        "a call for a number that is nobody's",
      );
    }
    return answerStep(parts, webhook, {
      callId,
      known: undefined,
      trigger: { kind: "arrived" },
      facts: [arrived],
    });
  });

/** The attempt that was last dialled, when the carrier is known to have acted on it; else undefined. */
const findActedAttempt = (state: CallState | undefined): number | undefined => {
  const last = state?.attempts.at(-1);
  if (last === undefined) return undefined;
  const { ringSize } = last;
  const isActedOn =
    last.number > ringSize ||
    state?.attempts.slice(-ringSize).some((each) => each.leg !== null || isAttemptOver(each));
  return isActedOn ? last.number : undefined;
};

/** The step that could not be fetched; undefined when it was the first webhook that failed. */
const findFailedAttempt = (
  parts: LiveParts,
  webhook: Webhook,
  event: CallIncoming,
  known: CallState | undefined,
): number | undefined => {
  const sealed = findSealedState(event.failure?.url ?? "");
  if (sealed === undefined) return undefined;
  const opened = openFor(parts, webhook, sealed, event.callRef);
  // An address of ours that no longer opens still says that the call was dialled, and the last dial counts: the
  // stored answer to an earlier one would ring somebody again.
  return opened.kind === "opened" ? opened.state.attempt : (known?.attempts.at(-1)?.number ?? 1);
};

/** Whether it could not be fetched what comes after a message: whoever left it has nothing more to wait for. */
const hasLeftMessage = ({ failure }: CallIncoming): boolean => /\/message-taken\?/.test(failure?.url ?? "");

/** A call reached a number, or comes to the fallback address because something failed on the way. */
export const handleVoice: Handler = (parts, webhook) => {
  const parsed = webhook.adapter.parseIncoming(webhook.form);
  if (parsed.kind === "junk") return Promise.resolve(refuse(parts.tally, 400, `junk.${parsed.reason}`));
  const { event } = parsed;
  const callId = toCallId(webhook.carrierAccount, event.callRef);
  if (event.failure === null) return begin(parts, webhook, callId, event);
  parts.tally.add("fallback");
  parts.log.warn({ callId, code: event.failure.code }, "the carrier came to the fallback address");
  if (hasLeftMessage(event)) return Promise.resolve(endCall(webhook));
  const known = parts.contexts.find(callId);
  const attempt = findFailedAttempt(parts, webhook, event, known) ?? findActedAttempt(known);
  if (attempt === undefined) return begin(parts, webhook, callId, event);
  return goOn(parts, webhook, { callId, attempt, facts: [] });
};
