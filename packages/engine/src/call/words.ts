import type { CampaignBook } from "#book.ts";
import type { DialEndedFact } from "./event.ts";
import type { AttemptState } from "./state.ts";

/** A length of time for people: "8 s", "2 min 5 s". */
export const toDurationText = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
};

/** The target's name in the campaign; "a target" when the campaign does not have it any more. */
export const findTargetName = (campaign: CampaignBook | null, targetId: string): string => {
  const rows = campaign === null ? [] : [...campaign.rows, ...(campaign.fallback ? [campaign.fallback] : [])];
  return rows.find((row) => row.targetId === targetId)?.targetName ?? "a target";
};

/** "Acme", "Acme and Bright", "Acme, Bright and City". */
export const toNameList = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** How an attempt went, to follow the target's name. */
export const outcomeWords = {
  dialling: "is ringing",
  connected: "is talking with the caller",
  completed: "took the call",
  busy: "was busy",
  "no-answer": "did not answer",
  failed: "could not be reached",
  canceled: "was still ringing when the dial was given up",
  "not-bridged": "answered but did not take the call",
} as const satisfies Record<AttemptState["outcome"], string>;

/** The carrier's word on how a dial ended. */
export const dialWords = {
  completed: "completed",
  answered: "answered",
  busy: "busy",
  "no-answer": "no answer",
  failed: "failed",
  canceled: "given up",
} as const satisfies Record<DialEndedFact["status"], string>;
