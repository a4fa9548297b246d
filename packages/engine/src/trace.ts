import { describeBlock } from "#block/describe-block.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { listCapNumbers, toCapText, type CapNumbers } from "#cap/judge-caps.ts";
import type { DecidedFact, EndReason } from "#call/event.ts";
import { describeBarred } from "#dial/permission.ts";
import { reasonOf, type Reason } from "#reason.ts";
import type { RowRef } from "#route/route.ts";
import { toClosedText } from "#schedule/describe-hours.ts";
import { describeAttestation } from "#screen/describe-attestation.ts";
import { judgeHours, type HoursVerdict } from "#schedule/judge-hours.ts";

/** One row of a decision, ready to be read. */
export type Candidate = {
  row: RowRef;
  targetId: string;
  targetName: string;
  buyerName: string;
  priority: number;
  weight: number;
  reason: Reason;
  /** A sentence that follows the target's name. */
  sentence: string;
  /** Calls at once as they were read and the limit they were held against; null without a limit. */
  numbers: { inUse: number; limit: number } | null;
  /** The target's caps with what each had counted; empty where it has none. */
  caps: readonly CapNumbers[];
  /** The target's hours at the decision; null where it is always open. */
  hours: HoursVerdict | null;
};

/** A stored decision in plain English: one sentence, and each candidate with its first failing rule. */
export type Explanation = { sentence: string; candidates: Candidate[] };

type Judged = {
  row: RowRef;
  plan: PlanRow;
  reason: Reason;
  inUse: number;
  caps: readonly CapNumbers[];
  hours: HoursVerdict | null;
};

const toHours = ({ schedule }: PlanRow, at: number): HoursVerdict | null =>
  schedule === undefined ? null : judgeHours(schedule.hours, schedule.timeZone, at);

const listJudged = (decided: DecidedFact, campaign: CampaignBook, at: number): Judged[] => {
  const plans: { row: RowRef; plan: PlanRow }[] = campaign.rows.map((plan, row) => ({ row, plan }));
  if (campaign.fallback !== null) plans.push({ row: "fallback", plan: campaign.fallback });
  return plans.flatMap(({ row, plan }, index) => {
    const letter = decided.reasons[index];
    if (letter === undefined) return [];
    const inUse = decided.inUse[index] ?? 0;
    const caps = listCapNumbers(plan, decided.capsUsed?.[index]);
    return [{ row, plan, reason: reasonOf(letter), inUse, caps, hours: toHours(plan, at) }];
  });
};

const toLimitText = ({ plan, inUse }: Judged): string =>
  `${inUse} of ${plan.concurrencyMax} ${plan.concurrencyMax === 1 ? "call" : "calls"}`;

const toClosedSentence = ({ hours }: Judged): string =>
  hours === null ? "was closed" : `was ${toClosedText(hours)}`;

const toBarredText = ({ barred }: PlanRow): string =>
  barred === undefined ? "its destination was barred" : describeBarred(barred);

const toFullText = ({ plan, caps }: Judged): string => {
  const full = caps.find(({ used, limit }) => used >= limit);
  return full === undefined ? "" : `: ${toCapText(full, plan.caps?.timeZone ?? "")}`;
};

const toNotReachedSentence = (judged: Judged, chosen: Judged | undefined): string => {
  if (chosen === undefined || chosen.row === "fallback") {
    return judged.row === "fallback"
      ? "was open, but the fallback is dialled once only"
      : "was open, but no further target was to be dialled";
  }
  if (judged.row === "fallback") return "is the fallback and was not needed";
  return judged.plan.priority === chosen.plan.priority
    ? "was open, but the draw by weight picked another"
    : `was open, but a target at priority ${chosen.plan.priority} goes first`;
};

const toCandidateSentence = (judged: Judged, chosen: Judged | undefined): string => {
  switch (judged.reason) {
    case "row-disabled":
      return "was switched off in this campaign";
    case "target-paused":
      return "was paused";
    case "buyer-paused":
      return `was closed because its buyer, ${judged.plan.buyerName}, was paused`;
    case "destination-barred":
      return `was not dialled because ${toBarredText(judged.plan)}`;
    case "closed":
      return toClosedSentence(judged);
    case "already-tried":
      return "had already been tried in this call";
    case "reservation-refused":
      return "lost its last free place to another call a moment earlier";
    case "cap-full":
      return `had reached its cap${toFullText(judged)}`;
    case "concurrency-full":
      return `was at its limit (${toLimitText(judged)})`;
    case "chosen":
      return "was chosen";
    case "not-reached":
      return toNotReachedSentence(judged, chosen);
  }
};

/** Names in a sentence before it says "and n more". */
const NAMED_MAX = 3;

const toNotOpenText = (closed: readonly Judged[]): string => {
  const named = closed
    .slice(0, NAMED_MAX)
    .map((judged) => `; ${judged.plan.targetName} ${toCandidateSentence(judged, undefined)}`);
  const rest = closed.length - named.length;
  return named.join("") + (rest > 0 ? `; ${rest} more ${rest === 1 ? "was" : "were"} not open` : "");
};

const isClosed = ({ reason, row }: Judged): boolean =>
  row !== "fallback" && reason !== "chosen" && reason !== "not-reached";

const toDialSentence = (judged: readonly Judged[], chosen: Judged): string => {
  const { targetName, priority } = chosen.plan;
  if (chosen.row === "fallback") {
    const isAnyOpen = judged.some(({ reason, row }) => reason === "not-reached" && row !== "fallback");
    const why = isAnyOpen ? "the call had used up its dial attempts" : "no target was open";
    return `Went to the fallback ${targetName} because ${why}${toNotOpenText(judged.filter(isClosed))}.`;
  }
  const level = judged.filter(({ plan, row }) => row !== "fallback" && plan.priority === priority);
  const openCount = level.filter((each) => !isClosed(each)).length;
  const why =
    openCount === 1
      ? `it was the only open target at priority ${priority}`
      : `the draw by weight picked it from the ${openCount} open targets at priority ${priority}`;
  const closed = judged.filter((each) => isClosed(each) && each.plan.priority <= priority);
  return `Went to ${targetName} because ${why}${toNotOpenText(closed)}.`;
};

const endWords = {
  "number-unknown": "Played a message and hung up because the dialled number belongs to nobody.",
  "number-unassigned": "Played a message and hung up because the dialled number has no campaign.",
  "number-paused": "Played the apology because the dialled number was paused.",
  "publisher-paused": "Played the apology because the publisher behind the dialled number was paused.",
  "campaign-paused": "Played the apology because the campaign was paused.",
  "attempts-used-up": "Played the apology because the call had used up its dial attempts.",
  "call-over": "Hung up because the conversation had taken place or the caller had gone.",
  "attempt-open":
    "Played the apology because a dialled target may still have been on the line, and a call is never handed to two buyers.",
  "context-missing":
    "Played the apology because what was known of the call could not be found, and a second buyer must never be dialled blindly.",
} as const satisfies Record<
  Exclude<EndReason, "nobody-eligible" | "caller-blocked" | "attestation-refused">,
  string
>;

const toEndSentence = ({ choice, block, attestation }: DecidedFact, judged: readonly Judged[]): string => {
  if (choice.kind === "dial") return `Went to target ${choice.targetId}.`;
  if (choice.reason === "caller-blocked") {
    return `Played the apology because ${block === undefined ? "the caller was blocked" : describeBlock(block)}.`;
  }
  if (choice.reason === "attestation-refused") {
    const why =
      attestation === undefined ? "its attestation was not accepted" : describeAttestation(attestation);
    return `Played the apology because ${why}.`;
  }
  if (choice.reason !== "nobody-eligible") return endWords[choice.reason];
  return judged.some(({ reason }) => reason === "not-reached")
    ? "Played the apology because the fallback had its turn already."
    : `Played the apology because no target was open${toNotOpenText(judged.filter(isClosed))}.`;
};

/**
 * Puts a stored decision into words. `at` is its event's, in epoch ms. `campaign` is that of the decision's book revision, null when it is not
 * kept any more: then there are no candidates. Made when read, never on the way of a call.
 */
export const explainDecision = (input: {
  decided: DecidedFact;
  at: number;
  campaign: CampaignBook | null;
}): Explanation => {
  const judged = input.campaign === null ? [] : listJudged(input.decided, input.campaign, input.at);
  const chosen = judged.find(({ reason }) => reason === "chosen");
  return {
    sentence: chosen === undefined ? toEndSentence(input.decided, judged) : toDialSentence(judged, chosen),
    candidates: judged.map((each) => ({
      row: each.row,
      targetId: each.plan.targetId,
      targetName: each.plan.targetName,
      buyerName: each.plan.buyerName,
      priority: each.plan.priority,
      weight: each.plan.weight,
      reason: each.reason,
      sentence: toCandidateSentence(each, chosen),
      numbers:
        each.plan.concurrencyMax === null ? null : { inUse: each.inUse, limit: each.plan.concurrencyMax },
      caps: each.caps,
      hours: each.hours,
    })),
  };
};
