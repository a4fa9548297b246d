import type { VerbTable } from "#calls/session.ts";
import { playGather } from "./gather.ts";
import { playHangup, playRedirect } from "./leaving.ts";
import { playPrompt } from "./prompts.ts";

/** What the document of a screened number may hold. */
export const screenVerbs: VerbTable = new Map([
  ["Say", playPrompt],
  ["Play", playPrompt],
  ["Pause", playPrompt],
  ["Gather", playGather],
  ["Redirect", playRedirect],
  ["Hangup", playHangup],
]);
