import { describeBlock } from "#block/describe-block.ts";
import type { CampaignBook } from "#book.ts";
import { findConversation } from "#settle/settle.ts";
import { describeAttestation } from "#screen/describe-attestation.ts";
import { isBridged } from "./attempt.ts";
import type { EndReason } from "./event.ts";
import type { AttemptState, CallState } from "./state.ts";
import { findTargetName, outcomeWords, toDurationText } from "./words.ts";

const toAttemptText = (attempt: AttemptState, campaign: CampaignBook | null): string =>
  `${findTargetName(campaign, attempt.targetId)} ${outcomeWords[attempt.outcome]}`;

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const toOpenSentence = (state: CallState, campaign: CampaignBook | null): string => {
  const talking = state.attempts.findLast(isBridged);
  const last = state.attempts.at(-1);
  if (talking !== undefined && (talking === last || last?.outcome !== "dialling")) {
    return `${capitalise(toAttemptText(talking, campaign))}.`;
  }
  if (last?.outcome !== "dialling") return "The call is being answered.";
  const name = capitalise(findTargetName(campaign, last.targetId));
  return `${name} is ringing${last.number > 1 ? ` (attempt ${last.number})` : ""}.`;
};

const toConnectedSentence = (state: CallState, campaign: CampaignBook | null): string => {
  const attempt = findConversation(state);
  if (attempt === undefined) return "The call was connected.";
  const name = capitalise(findTargetName(campaign, attempt.targetId));
  const after = attempt.number > 1 ? ` at attempt ${attempt.number}` : "";
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

const toNotConnectedSentence = (state: CallState, campaign: CampaignBook | null): string => {
  const tried = state.attempts.map((attempt) => toAttemptText(attempt, campaign)).join(", ");
  if (tried !== "") return `Nobody took the call: ${tried}. The caller heard the apology.`;
  const last = state.decisions.at(-1);
  if (last?.block !== undefined) {
    return `The caller heard the apology because ${describeBlock(last.block)}.`;
  }
  const why = last?.choice.kind === "apologise" ? whyNobodyWords[last.choice.reason] : undefined;
  return `${why ?? "No target was open"}, so the caller heard the apology.`;
};

const toRefusedSentence = ({ arrived, decisions }: CallState): string => {
  const attestation = decisions.at(-1)?.attestation;
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
