import { describeBlock } from "#block/describe-block.ts";
import type { CampaignBook } from "#book.ts";
import { describeTooSoon } from "#duplicate/screen-repeat.ts";
import { reasonLetters } from "#reason.ts";
import { findConversation } from "#settle/settle.ts";
import { describeAttestation } from "#screen/describe-attestation.ts";
import { isBridged } from "./attempt.ts";
import type { EndReason } from "./event.ts";
import type { AttemptState, CallState } from "./state.ts";
import { findTargetName, outcomeWords, toDurationText, toNameList } from "./words.ts";

const toAttemptText = (attempt: AttemptState, campaign: CampaignBook | null): string =>
  `${findTargetName(campaign, attempt.targetId)} ${outcomeWords[attempt.outcome]}`;

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the caller got whom nobody took. */
const toLastText = ({ decisions, voicemails, status }: CallState): string => {
  const choice = decisions.at(-1)?.choice;
  if (choice?.kind === "apologise" && choice.isMessage === true) return "heard the fallback message";
  if (choice?.kind !== "voicemail") return "heard the apology";
  const left = voicemails.find((voicemail) => voicemail.status === "completed");
  if (left !== undefined) {
    return `left a message${left.seconds === null ? "" : ` of ${toDurationText(left.seconds)}`}`;
  }
  if (status !== "ended") return "is asked to leave a message";
  return voicemails.some((voicemail) => voicemail.status === "absent")
    ? "was asked to leave a message and left none"
    : "was asked to leave a message";
};

const toOpenSentence = (state: CallState, campaign: CampaignBook | null): string => {
  const talking = state.attempts.findLast(isBridged);
  const last = state.attempts.at(-1);
  const ringing = state.attempts.filter(({ outcome }) => outcome === "dialling");
  if (talking !== undefined && (talking === last || last?.outcome !== "dialling")) {
    return `${capitalise(toAttemptText(talking, campaign))}.`;
  }
  if (state.decisions.at(-1)?.choice.kind === "voicemail") return `The caller ${toLastText(state)}.`;
  if (last === undefined || ringing.length === 0) return "The call is being answered.";
  const names = toNameList(ringing.map(({ targetId }) => findTargetName(campaign, targetId)));
  if (ringing.length > 1) return `${capitalise(names)} are ringing.`;
  return `${capitalise(names)} is ringing${last.number > 1 ? ` (attempt ${last.number})` : ""}.`;
};

const toPlaceText = ({ number, ringSize }: AttemptState): string => {
  if (ringSize > 1) return ` as the first of ${ringSize} that rang at once`;
  return number > 1 ? ` at attempt ${number}` : "";
};

const toConnectedSentence = (state: CallState, campaign: CampaignBook | null): string => {
  const attempt = findConversation(state);
  if (attempt === undefined) return "The call was connected.";
  const name = capitalise(findTargetName(campaign, attempt.targetId));
  const after = toPlaceText(attempt);
  return attempt.connectedSeconds === null
    ? `${name} took the call${after}; the carrier has not yet said for how long.`
    : `${name} took the call${after} and talked for ${toDurationText(attempt.connectedSeconds)}.`;
};

const toAbandonedSentence = (state: CallState, campaign: CampaignBook | null): string => {
  const last = state.attempts.at(-1);
  const rang =
    last === undefined ? "" : ` while ${findTargetName(campaign, last.targetId)} was being dialled`;
  const waited =
    state.arrivedAt !== null && state.endedAt !== null
      ? ` after ${toDurationText(Math.max(0, Math.round((state.endedAt - state.arrivedAt) / 1000)))}`
      : "";
  return `The caller hung up${waited}${rang}.`;
};

const whyNobodyWords: { readonly [Reason in EndReason]?: string } = {
  "number-paused": "The number was paused",
  "publisher-paused": "The publisher was paused",
  "campaign-paused": "The campaign was paused",
  "context-missing": "What was known of the call could not be found",
};

/** Why nobody was dialled for a caller, a sentence without its end. */
const toWhyNobodyText = ({ decisions }: CallState): string => {
  const { choice, reasons = "" } = decisions.at(-1) ?? {};
  const why = choice?.kind === "apologise" ? whyNobodyWords[choice.reason] : undefined;
  if (why !== undefined) return why;
  // Only who withholds the number is kept from targets that are open.
  return reasons.includes(reasonLetters["not-reached"])
    ? "Callers who withhold their number go to the fallback, which was not open"
    : "No target was open";
};

const toNotConnectedSentence = (state: CallState, campaign: CampaignBook | null): string => {
  const tried = state.attempts.map((attempt) => toAttemptText(attempt, campaign)).join(", ");
  if (tried !== "") return `Nobody took the call: ${tried}. The caller ${toLastText(state)}.`;
  const last = state.decisions.at(-1);
  if (last?.block !== undefined) {
    return `The caller heard the apology because ${describeBlock(last.block)}.`;
  }
  return `${toWhyNobodyText(state)}, so the caller ${toLastText(state)}.`;
};

const toRefusedSentence = ({ arrived, decisions }: CallState): string => {
  const { attestation, tooSoon, choice } = decisions.at(-1) ?? {};
  if (tooSoon !== undefined) return `The caller heard the apology because ${describeTooSoon(tooSoon)}.`;
  if (choice?.kind === "apologise" && choice.reason === "caller-anonymous") {
    return "The caller withheld the number, and heard the apology as the campaign has it for such callers.";
  }
  return attestation === undefined
    ? `The number ${arrived?.to ?? ""} leads to no campaign, so the caller heard a message.`
    : `The caller heard the apology because ${describeAttestation(attestation)}.`;
};

/** The call in one plain sentence. `campaign` gives the names; null when it is not known. */
export const narrateCall = (state: CallState, campaign: CampaignBook | null): string => {
  switch (state.outcome) {
    case null:
      return toOpenSentence(state, campaign);
    case "connected":
      return toConnectedSentence(state, campaign);
    case "abandoned":
      return toAbandonedSentence(state, campaign);
    case "not-connected":
      return toNotConnectedSentence(state, campaign);
    case "refused":
      return toRefusedSentence(state);
  }
};
