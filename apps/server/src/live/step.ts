import { isFinalStatus, type CallFact, type LegFact } from "@ccp/engine";
import type { DialEnded } from "#carriers/carrier.ts";
import { answerStep, findStoredAnswer } from "./answer-step.ts";
import { refuse, type Answer, type Handler, type LiveParts, type Webhook } from "./live-parts.ts";
import { findSealedState, openFor } from "./open-route-state.ts";

type GoingOn = { callId: string; attempt: number; facts: readonly CallFact[] };

/**
 * Goes on with a call after a dial attempt. A step that was decided is answered as before. Where the call's context is
 * lost, or nothing says that the attempt is over, the engine gives the way out and never a new buyer.
 */
export const goOn = (
  parts: LiveParts,
  webhook: Webhook,
  { callId, attempt, facts }: GoingOn,
): Promise<Answer> =>
  parts.flights.run(`${callId}:${attempt}`, async () => {
    const known = parts.contexts.find(callId);
    const stored = known === undefined ? undefined : findStoredAnswer(parts, webhook, known, attempt);
    if (stored !== undefined) return stored;
    const isMissing = known === undefined || known.arrived === null;
    if (isMissing) parts.tally.add("context-missing");
    return answerStep(parts, webhook, {
      callId,
      known,
      trigger: isMissing ? { kind: "context-missing", step: attempt } : { kind: "dial-ended", attempt },
      facts,
    });
  });

/** That the caller has hung up, where the carrier says so while it asks what comes next. */
export const toCallerFacts = ({ callRef, callerStatus, callerSeconds }: DialEnded): LegFact[] => {
  if (callerStatus === null || !isFinalStatus(callerStatus)) return [];
  return [
    {
      kind: "leg",
      ref: callRef,
      parentRef: null,
      attempt: null,
      status: callerStatus,
      seconds: callerSeconds,
      sequence: null,
      carrierAt: null,
      sipCode: null,
      source: "callback",
    },
  ];
};

const toFacts = (event: DialEnded, attempt: number): CallFact[] => {
  const { childRef, status, seconds, bridged } = event;
  const callerFacts = toCallerFacts(event);
  return status === null
    ? callerFacts
    : [{ kind: "dial-ended", attempt, childRef, status, seconds, bridged }, ...callerFacts];
};

/** The carrier asks what comes after a dial attempt. */
export const handleStep: Handler = async (parts, webhook) => {
  const parsed = webhook.adapter.parseDialEnded(webhook.form);
  if (parsed.kind === "junk") return refuse(parts.tally, 400, `junk.${parsed.reason}`);
  const { event } = parsed;
  const opened = openFor(parts, webhook, findSealedState(webhook.url), event.callRef);
  if (opened.kind === "refused") return refuse(parts.tally, 403, `forged.state-${opened.reason}`);
  const { callId, attempt } = opened.state;
  return goOn(parts, webhook, { callId, attempt, facts: toFacts(event, attempt) });
};
