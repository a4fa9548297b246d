import type { AgentNumbers } from "#agent/agent.ts";
import { describeAway, describeBusy, describeLacks, describeWrapUp } from "#agent/describe-agent.ts";
import { describeBalance } from "#balance/describe-balance.ts";
import type { BalanceNumbers } from "#balance/prepaid.ts";
import { describeBlock } from "#block/describe-block.ts";
import type { CampaignBook } from "#book.ts";
import type { CapNumbers } from "#cap/judge-caps.ts";
import { toOwnerText, type CapOwner } from "#cap/owner.ts";
import type { DecidedFact } from "#call/event.ts";
import { isTimeUsedUp } from "#call/waited.ts";
import { toNameList } from "#call/words.ts";
import {
  endWords,
  isGivenUp,
  toAgainText,
  toBarredText,
  toCutText,
  toPlayedText,
  toRecoveredText,
  toTimesText,
  toTriedSentence,
  toWaitedText,
  type GivenUp,
} from "#call/end-words.ts";
import { describeProtected } from "#duplicate/describe-repeat.ts";
import { describeTooSoon, isForFallback } from "#duplicate/screen-repeat.ts";
import type { FilterFailure } from "#filter/explain-filter.ts";
import type { Reason } from "#reason.ts";
import type { RowRef } from "#route/route.ts";
import { toClosedText } from "#schedule/describe-hours.ts";
import { describeAttestation } from "#screen/describe-attestation.ts";
import type { HoursVerdict } from "#schedule/judge-hours.ts";
import { describeLoss } from "#strategy/describe-loss.ts";
import { toWorth } from "#strategy/expectation.ts";
import { describeWin, toWinText } from "#strategy/describe-win.ts";
import type { StrategyNumbers } from "#strategy/numbers.ts";
import { toPicked, type Picked } from "#strategy/picked.ts";
import { describeRingLoss } from "./describe-ring-loss.ts";
import { listJudged, type Asked, type Judged } from "./judged.ts";

/** One row of a decision, ready to be read. */
export type Candidate = {
  row: RowRef;
  targetId: string;
  targetName: string;
  kind: "target" | "agent";
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
  /** The caps that it was judged by, each with its owner and what it had counted; empty where there are none. */
  caps: readonly { owner: CapOwner; cap: CapNumbers }[];
  /** The balance of its buyer; null where that does not pay in advance. */
  balance: BalanceNumbers | null;
  /** The target's hours at the decision; null where it is always open. */
  hours: HoursVerdict | null;
  /** What of its filter the call did not match; null where it did, where there is none, and where the arrival is not known. */
  filter: FilterFailure | null;
  /** What was known of the agent; null of a target. */
  agent: AgentNumbers | null;
};

/** A stored decision in plain English: one sentence, and each candidate with its first failing rule. */
export type Explanation = { sentence: string; candidates: Candidate[] };

const toClosedSentence = ({ hours }: Judged): string =>
  hours === null ? "was closed" : `was ${toClosedText(hours)}`;

const toFullSentence = ({ full }: Judged): string => {
  if (full === undefined) return "had reached its cap";
  const { owner, text } = full;
  return owner.scope === "target" || owner.scope === "publisher"
    ? `had reached its cap: ${text}`
    : `was passed over because ${toOwnerText(owner)} had reached its cap: ${text}`;
};

/** The row that was chosen, and how; `picked` is null for the fallback. */
type Chosen = {
  judged: Judged;
  picked: Picked | null;
  /** All that ring at once, the row itself among them. */
  ring: readonly Judged[];
  /** How one of those came to be picked. */
  toPickedOf: (row: number) => Picked | null;
};

const isSame = ({ plan }: Judged, other: Judged): boolean => plan.targetId === other.plan.targetId;

const toLossText = (judged: Judged, picked: Picked, { ring, toPickedOf }: Chosen): string => {
  const { row, plan } = judged;
  if (row === "fallback") return "";
  if (ring.some((each) => isSame(each, judged))) return "its target rings by another row";
  const sibling = ring.find((each) => plan.group !== undefined && each.plan.group === plan.group);
  const siblings = typeof sibling?.row === "number" ? toPickedOf(sibling.row) : null;
  return describeLoss(row, siblings ?? picked);
};

const toNotReachedSentence = (judged: Judged, chosen: Chosen | undefined): string => {
  if (chosen === undefined || chosen.picked === null) {
    return judged.row === "fallback"
      ? "was open, but the fallback is dialled once only"
      : "was open, but no further target was to be dialled";
  }
  if (judged.row === "fallback") return "is the fallback and was not needed";
  const { priority } = chosen.judged.plan;
  if (judged.plan.priority !== priority) return `was open, but a target at priority ${priority} goes first`;
  return judged.tries > chosen.judged.tries
    ? `was open again, but had been dialled ${toTimesText(judged.tries)} in this call, and whoever was dialled less goes first`
    : `was open, but ${toLossText(judged, chosen.picked, chosen)}`;
};

const toFilteredSentence = ({ filter }: Judged): string =>
  filter === null ? "was filtered out" : `was filtered out: ${filter.words}`;

const toChosenSentence = (chosen: Chosen | undefined): string => {
  const others = (chosen?.ring.length ?? 1) - 1;
  if (others > 0) return `was rung, at once with ${others} ${others === 1 ? "other" : "others"}`;
  const how = chosen?.picked ? toWinText(chosen.picked) : "";
  return how === "" ? "was chosen" : `was chosen: ${how}`;
};

const toRefusedSentence = (judged: Judged, chosen: Chosen | undefined): string =>
  (chosen?.picked && describeRingLoss(chosen.picked.campaign, judged, chosen.ring)) ??
  "lost its last free place to another call a moment earlier";

const toBalanceText = ({ balance, currency }: Judged): string =>
  balance === null ? "" : `: ${describeBalance(balance, currency)}`;

const candidateWords: { readonly [Of in Reason]: (judged: Judged, chosen: Chosen | undefined) => string } = {
  "row-disabled": () => "was switched off in this campaign",
  "group-disabled": ({ group }) => `was closed because its group, ${group ?? ""}, was switched off`,
  "target-paused": () => "was paused",
  "buyer-paused": ({ plan }) => `was closed because its buyer, ${plan.buyerName}, was paused`,
  "buyer-out-of-balance": (judged) =>
    `was passed over because its buyer, ${judged.plan.buyerName}, was out of balance${toBalanceText(judged)}`,
  "destination-barred": ({ plan }) => `was not dialled because ${toBarredText(plan)}`,
  "agent-unskilled": describeLacks,
  "agent-unavailable": describeAway,
  closed: toClosedSentence,
  filtered: toFilteredSentence,
  "duplicate-caller": ({ plan, recall, at }) => describeProtected(plan, recall, at),
  "already-tried": toTriedSentence,
  "reservation-refused": toRefusedSentence,
  "cap-full": toFullSentence,
  "concurrency-full": ({ busy }) => busy,
  "agent-busy": describeBusy,
  "agent-wrapping-up": describeWrapUp,
  "rate-full": ({ rate }) => rate,
  "returning-elsewhere": ({ originalName }) =>
    originalName === null
      ? "was not for the caller, who had talked with it and goes to a different target"
      : `was not for the caller, who goes back to ${originalName}`,
  chosen: (_, chosen) => toChosenSentence(chosen),
  "not-reached": toNotReachedSentence,
};

const toCandidateSentence = (judged: Judged, chosen: Chosen | undefined): string =>
  candidateWords[judged.reason](judged, chosen);

/** Names in a sentence before it says "and n more". */
const NAMED_MAX = 3;

/** What kept a row closed; a campaign's cap closes all of them and is told without their names. */
const toClosedRowText = (judged: Judged, chosen: Chosen | undefined): string =>
  judged.reason === "cap-full" && judged.full?.owner.scope === "campaign"
    ? `; the campaign had reached its cap: ${judged.full.text}`
    : `; ${judged.plan.targetName} ${toCandidateSentence(judged, chosen)}`;

const toNotOpenText = (closed: readonly Judged[], chosen?: Chosen): string => {
  // What is the same of several rows, such as a target that stands in two, is told once.
  const texts = closed.map((each) => toClosedRowText(each, chosen));
  const different = [...new Set(texts)];
  const rest = different.length - NAMED_MAX;
  const more = rest > 0 ? `; ${rest} more ${rest === 1 ? "was" : "were"} not open` : "";
  return different.slice(0, NAMED_MAX).join("") + more;
};

const isClosed = ({ reason, row }: Judged): boolean =>
  row !== "fallback" && reason !== "chosen" && reason !== "not-reached";

const toFallbackReason = (judged: readonly Judged[], asked: Asked): string => {
  const { waited } = asked.decided;
  const isAnyOpen = judged.some(({ reason, row }) => reason === "not-reached" && row !== "fallback");
  if (!isAnyOpen) return "no target was open";
  if (isForFallback(asked)) return "callers who withhold their number go there";
  return waited !== undefined && isTimeUsedUp(waited)
    ? toWaitedText(waited)
    : "the call had used up its dial attempts";
};

const toDialSentence = (judged: readonly Judged[], of: Chosen, asked: Asked): string => {
  const { judged: chosen, picked, ring } = of;
  const { decided } = asked;
  const { targetName, priority } = chosen.plan;
  if (picked === null) {
    const why = toFallbackReason(judged, asked);
    return `Went to the fallback ${targetName} because ${why}${toNotOpenText(judged.filter(isClosed))}.`;
  }
  const closed = judged.filter((each) => isClosed(each) && each.plan.priority <= priority);
  const cut = ring.length > 1 ? "" : toCutText(decided, chosen, picked.campaign);
  const names = toNameList(ring.map(({ plan }) => plan.targetName));
  const went = ring.length > 1 ? `Rang ${names} at once` : `Went to ${targetName}${toAgainText(chosen)}`;
  return `${went} because ${describeWin(picked)}${toNotOpenText(closed, of)}.${cut}`;
};

const toGivenUpText = (reason: GivenUp, asked: Asked, judged: readonly Judged[]): string => {
  const { waited } = asked.decided;
  if (reason === "attempts-used-up") return "the call had used up its dial attempts";
  if (reason === "time-used-up") {
    return waited === undefined ? "the time to connect the call was over" : toWaitedText(waited);
  }
  if (isForFallback(asked)) {
    return "callers who withhold their number go to the fallback, which was not open";
  }
  return judged.some((each) => each.reason === "not-reached")
    ? "the fallback had its turn already"
    : `no target was open${toNotOpenText(judged.filter(isClosed))}`;
};

const toEndSentence = (asked: Asked, judged: readonly Judged[]): string => {
  const { decided } = asked;
  const { choice, block, attestation, tooSoon } = decided;
  if (choice.kind === "dial") return `Went to target ${choice.targetId}.`;
  const { reason } = choice;
  if (isGivenUp(reason)) return `${toPlayedText(choice)} because ${toGivenUpText(reason, asked, judged)}.`;
  if (reason === "caller-blocked") {
    return `Played the apology because ${block === undefined ? "the caller was blocked" : describeBlock(block)}.`;
  }
  if (reason === "attestation-refused") {
    const why =
      attestation === undefined ? "its attestation was not accepted" : describeAttestation(attestation);
    return `Played the apology because ${why}.`;
  }
  if (reason === "called-too-soon") {
    return `Played the apology because ${tooSoon === undefined ? "the caller called again too soon" : describeTooSoon(tooSoon)}.`;
  }
  return endWords[reason];
};

const findChosen = (
  judged: readonly Judged[],
  { decided, at, campaign }: { decided: DecidedFact; at: number; campaign: CampaignBook },
): Chosen | undefined => {
  const chosen = judged.find(({ reason }) => reason === "chosen");
  if (chosen === undefined) return undefined;
  const { row } = chosen;
  if (row === "fallback") {
    return { judged: chosen, picked: null, ring: [chosen], toPickedOf: () => null };
  }
  const compared = { ...decided, worth: toWorth(campaign, decided.expected) };
  const currency = decided.choice.kind === "dial" ? decided.choice.terms.currency : "";
  const isOpen = (row: number): boolean => {
    const { reason, tries } = judged[row] ?? {};
    return (reason === "chosen" || reason === "not-reached") && tries === chosen.tries;
  };
  const { priority } = chosen.plan;
  const isAlone = judged.every(
    ({ reason, row, plan }) =>
      reason !== "not-reached" || row === "fallback" || plan.priority !== priority || isOpen(row),
  );
  const toPickedOf = (of: number): Picked | null =>
    toPicked({ campaign, at, compared, currency, row: of, isAlone }, isOpen);
  const ring = judged.filter(({ reason }) => reason === "chosen");
  return { judged: chosen, picked: toPickedOf(row), ring, toPickedOf };
};

/**
 * Puts a stored decision into words. `at` is its event's, in epoch ms. `campaign` is that of the decision's book revision, null when it is not
 * kept any more: then there are no candidates. `arrived` is the call's. Made when read, never on the way of a call.
 */
export const explainDecision = (asked: Asked): Explanation => {
  const { campaign, ...input } = asked;
  const { decided, at } = input;
  const judged = campaign === null ? [] : listJudged({ ...input, campaign });
  const chosen = campaign === null ? undefined : findChosen(judged, { decided, at, campaign });
  const sentence =
    chosen === undefined ? toEndSentence(asked, judged) : toDialSentence(judged, chosen, asked);
  return {
    sentence: toRecoveredText(decided, campaign) + sentence,
    candidates: judged.map((each) => ({
      row: each.row,
      targetId: each.plan.targetId,
      targetName: each.plan.targetName,
      kind: each.plan.agent === undefined ? "target" : "agent",
      buyerName: each.plan.buyerName,
      priority: each.plan.priority,
      weight: each.plan.weight,
      group: each.group,
      strategy: each.strategy,
      reason: each.reason,
      sentence: toCandidateSentence(each, chosen),
      numbers: each.limit === null ? null : { inUse: each.inUse, limit: each.limit },
      caps: each.caps.map(({ owner, cap }) => ({ owner, cap })),
      balance: each.balance,
      hours: each.hours,
      filter: each.filter,
      agent: each.agent,
    })),
  };
};
