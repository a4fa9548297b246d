import type { LegFact } from "@ccp/engine";
import type { LegProgress } from "#carriers/carrier.ts";
import { toCallId } from "./call-id.ts";
import { refuse, type Handler } from "./live-parts.ts";
import { noteFact } from "./note-fact.ts";
import { findSealedState, openFor } from "./open-route-state.ts";

const toFact = (event: LegProgress, attempt: number | null): LegFact => {
  const { ref, parentRef, status, seconds, sequence, carrierAt, sipCode } = event;
  return {
    kind: "leg",
    ref,
    parentRef,
    attempt,
    status,
    seconds,
    sequence,
    carrierAt,
    sipCode,
    source: "callback",
  };
};

/** A leg's progress: of a dialled leg, with our state in the address, or of the caller's own, without. */
export const handleStatus: Handler = async (parts, webhook) => {
  const { accountId } = webhook.entry.book;
  const parsed = webhook.adapter.parseLegProgress(webhook.form);
  if (parsed.kind === "junk") return refuse(parts.tally, 204, `junk.${parsed.reason}`);
  const { event } = parsed;
  const sealed = findSealedState(webhook.url);
  if (sealed === undefined) {
    if (event.parentRef !== null) return refuse(parts.tally, 204, "junk.child-without-state");
    const callId = toCallId(webhook.carrierAccount, event.ref);
    return noteFact(parts, { accountId, callId }, toFact(event, null));
  }
  const opened = openFor(parts, webhook, sealed, event.parentRef);
  if (opened.kind === "refused") return refuse(parts.tally, 403, `forged.state-${opened.reason}`);
  const { callId, attempt } = opened.state;
  return noteFact(parts, { accountId, callId }, toFact(event, attempt));
};
