import type { FallbackAnswer } from "./campaign.ts";

/** What a caller gets whom nobody takes, in a word or two. */
export const toFallbackText = (answer: FallbackAnswer | null): string => {
  if (answer === null) return "Apology";
  return answer.kind === "message" ? "Message" : `Voicemail of up to ${answer.maxSeconds} s`;
};
