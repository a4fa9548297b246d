import type { LegFact } from "@ccp/engine";
import type { LegProgress } from "#carriers/carrier.ts";
import { toEvent } from "./answer-step.ts";
import { toCallId } from "./call-id.ts";
import { noted, refuse, type Answer, type Handler, type LiveParts } from "./live-parts.ts";
import { findSealedState, openFor } from "./open-route-state.ts";

const toFact = ({ kind: _, accountRef: __, ...leg }: LegProgress, attempt: number | null): LegFact => ({
  kind: "leg",
  ...leg,
  attempt,
  source: "callback",
});

const note = async (
  parts: LiveParts,
  call: { accountId: string; callId: string },
  fact: Parameters<typeof toEvent>[2],
): Promise<Answer> => {
  await parts.recorder.record([toEvent(call, parts.clock.now(), fact)]);
  return noted;
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
    return note(parts, { accountId, callId }, toFact(event, null));
  }
  const opened = openFor(parts, webhook, sealed, event.parentRef);
  if (opened.kind === "refused") return refuse(parts.tally, 403, `forged.state-${opened.reason}`);
  const { callId, attempt } = opened.state;
  return note(parts, { accountId, callId }, toFact(event, attempt));
};

/** What became of a recording; it may come minutes after the call, or never. */
export const handleRecording: Handler = async (parts, webhook) => {
  const parsed = webhook.adapter.parseRecording(webhook.form);
  if (parsed.kind === "junk") return refuse(parts.tally, 204, `junk.${parsed.reason}`);
  const { accountRef: _, callRef, ...recording } = parsed.event;
  const opened = openFor(parts, webhook, findSealedState(webhook.url), callRef);
  if (opened.kind === "refused") return refuse(parts.tally, 403, `forged.state-${opened.reason}`);
  const { accountId, callId } = opened.state;
  return note(parts, { accountId, callId }, { ...recording, kind: "recording" });
};
