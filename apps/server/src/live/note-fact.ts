import type { CallFact } from "@ccp/engine";
import { toEvent } from "./answer-step.ts";
import { noted, type Answer, type LiveParts } from "./live-parts.ts";

/** Records what a callback says and answers as soon as that may be acknowledged. */
export const noteFact = async (
  parts: LiveParts,
  call: { accountId: string; callId: string },
  fact: CallFact,
): Promise<Answer> => {
  await parts.recorder.record([toEvent(call, parts.clock.now(), fact)]);
  parts.tally.add("noted");
  return noted;
};
