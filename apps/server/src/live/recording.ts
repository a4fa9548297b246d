import type { RecordingFact, VoicemailFact } from "@ccp/engine";
import { refuse, type Handler } from "./live-parts.ts";
import { noteFact } from "./note-fact.ts";
import { findSealedState, openFor } from "./open-route-state.ts";

const handleSound =
  (kind: (RecordingFact | VoicemailFact)["kind"]): Handler =>
  async (parts, webhook) => {
    const parsed = webhook.adapter.parseRecording(webhook.form);
    if (parsed.kind === "junk") return refuse(parts.tally, 204, `junk.${parsed.reason}`);
    const { callRef, ref, status, url, seconds, channels } = parsed.event;
    const opened = openFor(parts, webhook, findSealedState(webhook.url), callRef);
    if (opened.kind === "refused") return refuse(parts.tally, 403, `forged.state-${opened.reason}`);
    const { accountId, callId } = opened.state;
    return noteFact(parts, { accountId, callId }, { kind, ref, status, url, seconds, channels });
  };

/** What became of a recording; it may come minutes after the call, or never. */
export const handleRecording = handleSound("recording");

/** The same of a message that the caller left. */
export const handleVoicemail = handleSound("voicemail");
