import { endCall, toEvent } from "./answer-step.ts";
import { refuse, type Handler } from "./live-parts.ts";
import { findSealedState, openFor } from "./open-route-state.ts";
import { toCallerFacts } from "./step.ts";

/** The caller has left a message, or has hung up while leaving it: in either case the call is over. */
export const handleMessageTaken: Handler = async (parts, webhook) => {
  const parsed = webhook.adapter.parseDialEnded(webhook.form);
  if (parsed.kind === "junk") return refuse(parts.tally, 400, `junk.${parsed.reason}`);
  const { event } = parsed;
  const opened = openFor(parts, webhook, findSealedState(webhook.url), event.callRef);
  if (opened.kind === "refused") return refuse(parts.tally, 403, `forged.state-${opened.reason}`);
  const at = parts.clock.now();
  const events = toCallerFacts(event).map((fact) => toEvent(opened.state, at, fact));
  if (events.length > 0) await parts.recorder.record(events);
  parts.tally.add("answered");
  return endCall(webhook);
};
