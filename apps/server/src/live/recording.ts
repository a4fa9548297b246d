import { refuse, type Handler } from "./live-parts.ts";
import { noteFact } from "./note-fact.ts";
import { findSealedState, openFor } from "./open-route-state.ts";

/** What became of a recording; it may come minutes after the call, or never. */
export const handleRecording: Handler = async (parts, webhook) => {
  const parsed = webhook.adapter.parseRecording(webhook.form);
  if (parsed.kind === "junk") return refuse(parts.tally, 204, `junk.${parsed.reason}`);
  const { callRef, ref, status, url, seconds, channels } = parsed.event;
  const opened = openFor(parts, webhook, findSealedState(webhook.url), callRef);
  if (opened.kind === "refused") return refuse(parts.tally, 403, `forged.state-${opened.reason}`);
  const { accountId, callId } = opened.state;
  return noteFact(parts, { accountId, callId }, { kind: "recording", ref, status, url, seconds, channels });
};
