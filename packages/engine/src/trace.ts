import { describeBlock } from "#block/describe-block.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { listCapNumbers, toCapText, type CapNumbers } from "#cap/judge-caps.ts";
import type { ArrivedFact, DecidedFact, EndReason } from "#call/event.ts";
import { findTargetName } from "#call/words.ts";
import { describeBarred } from "#dial/permission.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { explainFilter, type FilterFailure } from "#filter/explain-filter.ts";
import type { FilterInput } from "#filter/judge-filter.ts";
import { reasonOf, type Reason } from "#reason.ts";
import type { RowRef } from "#route/route.ts";
import { toClosedText } from "#schedule/describe-hours.ts";
import { describeAttestation } from "#screen/describe-attestation.ts";
import { judgeHours, type HoursVerdict } from "#schedule/judge-hours.ts";
import { describeLoss } from "#strategy/describe-loss.ts";
import { describeWin, toWinText } from "#strategy/describe-win.ts";
import { toStrategyNumbers, type StrategyNumbers } from "#strategy/numbers.ts";
import { toPicked, type Picked } from "#strategy/picked.ts";

/** One row of a decision, ready to be read. */
export type Candidate = {
  row: RowRef;
  targetId: string;
  targetName: string;
  buyerName: string;
  priority: number;
  weight: number;
  /** The group it is a member of; null when it stands for itself. */
  group: string | null;
  /** What the strategy of its group, else of its priority, looked at; null for the fallback. */
  strategy: StrategyNumbers | null;
  reason: Reason;
  /** A sentence that follows the target's name. */
  sentence: string;
  /** Calls at once as they were read and the limit they were held against; null without a limit. */
  numbers: { inUse: number; limit: number } | null;
  /** The target's caps with what each had counted; empty where it has none. */
  caps: readonly CapNumbers[];
  /** The target's hours at the decision; null where it is always open. */
  hours: HoursVerdict | null;
  /** What of its filter the call did not match; null where it did, where there is none, and where the arrival is not known. */
  filter: FilterFailure | null;
};

/** A stored decision in plain English: one sentence, and each candidate with its first failing rule. */
export type Explanation = { sentence: string; candidates: Candidate[] };

type Asked = {
  decided: DecidedFact;
  at: number;
  /** Null where it is not known any more. */
  arrived: ArrivedFact | null;
  campaign: CampaignBook | null;
};

type Judged = {
  row: RowRef;
  plan: PlanRow;
  group: string | null;
  strategy: StrategyNumbers | null;
  reason: Reason;
  inUse: number;
  caps: readonly CapNumbers[];
  hours: HoursVerdict | null;
  filter: FilterFailure | null;
};

const toHours = ({ schedule }: PlanRow, at: number): HoursVerdict | null =>
  schedule === undefined ? null : judgeHours(schedule.hours, schedule.timeZone, at);

const toFilter = ({ filter }: PlanRow, input: FilterInput | null): FilterFailure | null =>
  filter === undefined || input === null ? null : explainFilter(filter, input);

const listJudged = ({ decided, campaign, at, arrived }: Asked & { campaign: CampaignBook }): Judged[] => {
  const filterInput = arrived && { tags: createCallTags(arrived, at), listed: decided.listed ?? {} };
  const plans: { row: RowRef; plan: PlanRow }[] = campaign.rows.map((plan, row) => ({ row, plan }));
  if (campaign.fallback !== null) plans.push({ row: "fallback", plan: campaign.fallback });
  return plans.flatMap(({ row, plan }, index) => {
    const letter = decided.reasons[index];
    if (letter === undefined) return [];
    const inUse = decided.inUse[index] ?? 0;
    const caps = listCapNumbers(plan, decided.capsUsed?.[index]);
    const group = plan.group === undefined ? null : (campaign.groups?.[plan.group]?.name ?? null);
    const strategy = row === "fallback" ? null : toStrategyNumbers(campaign, row, decided);
    const reason = reasonOf(letter);
    const filter = toFilter(plan, filterInput);
    return [{ row, plan, group, strategy, reason, inUse, caps, hours: toHours(plan, at), filter }];
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

/** The row that was chosen, and how; `picked` is null for the fallback. */
type Chosen = { judged: Judged; picked: Picked | null };

const toNotReachedSentence = (judged: Judged, chosen: Chosen | undefined): string => {
  if (chosen === undefined || chosen.picked === null) {
    return judged.row === "fallback"
      ? "was open, but the fallback is dialled once only"
      : "was open, but no further target was to be dialled";
  }
  if (judged.row === "fallback") return "is the fallback and was not needed";
  const { priority } = chosen.judged.plan;
  return judged.plan.priority === priority
    ? `was open, but ${describeLoss(judged.row, chosen.picked)}`
    : `was open, but a target at priority ${priority} goes first`;
};

const toFilteredSentence = ({ filter }: Judged): string =>
  filter === null ? "was filtered out" : `was filtered out: ${filter.words}`;

const toChosenSentence = (chosen: Chosen | undefined): string => {
  const how = chosen?.picked ? toWinText(chosen.picked) : "";
  return how === "" ? "was chosen" : `was chosen: ${how}`;
};

const candidateWords: { readonly [Of in Reason]: (judged: Judged, chosen: Chosen | undefined) => string } = {
  "row-disabled": () => "was switched off in this campaign",
  "group-disabled": ({ group }) => `was closed because its group, ${group ?? ""}, was switched off`,
  "target-paused": () => "was paused",
  "buyer-paused": ({ plan }) => `was closed because its buyer, ${plan.buyerName}, was paused`,
  "destination-barred": ({ plan }) => `was not dialled because ${toBarredText(plan)}`,
  closed: toClosedSentence,
  filtered: toFilteredSentence,
  "already-tried": () => "had already been tried in this call",
  "reservation-refused": () => "lost its last free place to another call a moment earlier",
  "cap-full": (judged) => `had reached its cap${toFullText(judged)}`,
  "concurrency-full": (judged) => `was at its limit (${toLimitText(judged)})`,
  chosen: (_, chosen) => toChosenSentence(chosen),
  "not-reached": toNotReachedSentence,
};

const toCandidateSentence = (judged: Judged, chosen: Chosen | undefined): string =>
  candidateWords[judged.reason](judged, chosen);

/** Names in a sentence before it says "and n more". */
const NAMED_MAX = 3;

const toNotOpenText = (closed: readonly Judged[]): string => {
  // A target that stands in several rows is named once.
  const texts = closed.map(
    (judged) => `; ${judged.plan.targetName} ${toCandidateSentence(judged, undefined)}`,
  );
  const different = [...new Set(texts)];
  const rest = different.length - NAMED_MAX;
  const more = rest > 0 ? `; ${rest} more ${rest === 1 ? "was" : "were"} not open` : "";
  return different.slice(0, NAMED_MAX).join("") + more;
};

const isClosed = ({ reason, row }: Judged): boolean =>
  row !== "fallback" && reason !== "chosen" && reason !== "not-reached";

const toDialSentence = (judged: readonly Judged[], { judged: chosen, picked }: Chosen): string => {
  const { targetName, priority } = chosen.plan;
  if (picked === null) {
    const isAnyOpen = judged.some(({ reason, row }) => reason === "not-reached" && row !== "fallback");
    const why = isAnyOpen ? "the call had used up its dial attempts" : "no target was open";
    return `Went to the fallback ${targetName} because ${why}${toNotOpenText(judged.filter(isClosed))}.`;
  }
  const closed = judged.filter((each) => isClosed(each) && each.plan.priority <= priority);
  return `Went to ${targetName} because ${describeWin(picked)}${toNotOpenText(closed)}.`;
};

/** What went before: the conversation that was cut short. */
const toRecoveredText = ({ recovered, choice }: DecidedFact, campaign: CampaignBook | null): string => {
  if (recovered === undefined) return "";
  const { targetId, connectedSeconds, revenueAfterSeconds } = recovered;
  const name = findTargetName(campaign, targetId);
  const then = choice.kind === "dial" ? "the call goes on" : "the caller was still there";
  const sentence = `${name} ended the call after ${connectedSeconds} s of ${revenueAfterSeconds}; ${then}. `;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};

const endWords = {
  "number-unknown": "Played a message and hung up because the dialled number belongs to nobody.",
  "number-unassigned": "Played a message and hung up because the dialled number has no campaign.",
  "number-paused": "Played the apology because the dialled number was paused.",
  "publisher-paused": "Played the apology because the publisher behind the dialled number was paused.",
  "campaign-paused": "Played the apology because the campaign was paused.",
  "attempts-used-up": "Played the apology because the call had used up its dial attempts.",
  converted:
    "Played the apology because the target that was dialled pays for the dial, and a call is never sold twice.",
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

const findChosen = (
  judged: readonly Judged[],
  { decided, at, campaign }: { decided: DecidedFact; at: number; campaign: CampaignBook },
): Chosen | undefined => {
  const chosen = judged.find(({ reason }) => reason === "chosen");
  if (chosen === undefined) return undefined;
  if (chosen.row === "fallback") return { judged: chosen, picked: null };
  const isOpen = (row: number): boolean => {
    const reason = judged[row]?.reason;
    return reason === "chosen" || reason === "not-reached";
  };
  return {
    judged: chosen,
    picked: toPicked({ campaign, at, compared: decided, row: chosen.row }, isOpen),
  };
};

/**
 * Puts a stored decision into words. `at` is its event's, in epoch ms. `campaign` is that of the decision's book revision, null when it is not
 * kept any more: then there are no candidates. `arrived` is the call's. Made when read, never on the way of a call.
 */
export const explainDecision = ({ campaign, ...input }: Asked): Explanation => {
  const { decided, at } = input;
  const judged = campaign === null ? [] : listJudged({ ...input, campaign });
  const chosen = campaign === null ? undefined : findChosen(judged, { decided, at, campaign });
  const sentence = chosen === undefined ? toEndSentence(decided, judged) : toDialSentence(judged, chosen);
  return {
    sentence: toRecoveredText(decided, campaign) + sentence,
    candidates: judged.map((each) => ({
      row: each.row,
      targetId: each.plan.targetId,
      targetName: each.plan.targetName,
      buyerName: each.plan.buyerName,
      priority: each.plan.priority,
      weight: each.plan.weight,
      group: each.group,
      strategy: each.strategy,
      reason: each.reason,
      sentence: toCandidateSentence(each, chosen),
      numbers:
        each.plan.concurrencyMax === null ? null : { inUse: each.inUse, limit: each.plan.concurrencyMax },
      caps: each.caps,
      hours: each.hours,
      filter: each.filter,
    })),
  };
};
