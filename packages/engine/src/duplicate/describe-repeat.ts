import type { CampaignBook, PlanRow } from "#book.ts";
import type { CallState } from "#call/state.ts";
import { findTargetName } from "#call/words.ts";
import { toDaysText, toSpanText } from "#strategy/span-text.ts";
import type { Protection } from "./rules.ts";
import { findOriginal, findProtecting, type DialStanding, type Recall } from "./recall.ts";

const standingWords: Readonly<Record<DialStanding, string>> = {
  ringing: "had been dialled for the caller",
  talking: "had been connected with the caller",
  connected: "had been connected with the caller",
  converted: "had converted the caller",
};

const toPastText = (at: number, then: number): string => `${toSpanText(at - then)} before`;

/**
 * What was known of the caller's other calls when this one came, in sentences; null where nothing asked, or nobody can
 * know the caller.
 */
export const describeRecall = ({
  arrived,
  arrivedAt,
}: Pick<CallState, "arrived" | "arrivedAt">): string | null => {
  const recall = arrived?.recall;
  if (recall === undefined || arrivedAt === null) return null;
  const { lastAt, campaignAt, dials = [] } = recall;
  if (lastAt === undefined) return "No other call of the caller was remembered.";
  const here =
    campaignAt === undefined
      ? "never to this campaign"
      : `to this campaign ${toPastText(arrivedAt, campaignAt)}`;
  const last = dials.findLast(({ standing }) => standing !== "ringing");
  const talked = last === undefined ? "" : ` Last connected with a target ${toPastText(arrivedAt, last.at)}.`;
  const marked = arrived?.isDuplicate === true ? " Counts as a repeat." : "";
  return `The caller had called ${toPastText(arrivedAt, lastAt)}, ${here}.${talked}${marked}`;
};

/** Why a row does not take a caller again, to follow its target's name. `at` is the decision's, in epoch ms. */
export const describeProtected = (row: PlanRow, recall: Recall | undefined, at: number): string => {
  const found = findProtecting(row, recall, at);
  if (found === undefined) return "did not take the caller again";
  const { dial, owner, rule } = found;
  const who = owner === "target" ? "it" : `its buyer, ${row.buyerName},`;
  const takes =
    rule.window.kind === "ever"
      ? "takes nobody twice"
      : `takes nobody again within ${toDaysText(rule.window.days)}`;
  const ago = toSpanText(at - dial.at);
  return `did not take the caller again: ${who} ${standingWords[dial.standing]} ${ago} before, and ${takes}`;
};

const toNobodyText = (who: string, { after, window }: Protection): string => {
  const since = window.kind === "ever" ? "at any time before" : `in the last ${toDaysText(window.days)}`;
  return `nobody whom ${who} ${after === "connected" ? "talked to" : "converted"} ${since}`;
};

/** Whom a row does not take again, to follow its target's name; null where it takes everybody. */
export const describeProtection = ({ protection, buyerName }: PlanRow): string | null => {
  if (protection === undefined) return null;
  const { target, buyer } = protection;
  const kept = [
    ...(target ? [toNobodyText("it", target)] : []),
    ...(buyer ? [toNobodyText(`its buyer, ${buyerName},`, buyer)] : []),
  ];
  return kept.length === 0 ? null : `takes ${kept.join(", and ")}`;
};

/** What the target of the caller's last conversation is called where the campaign sends callers back to it; else null. */
export const findOriginalName = (
  recall: Recall | undefined,
  campaign: CampaignBook | null,
): string | null => {
  const original = recall && findOriginal(recall);
  return original !== undefined && campaign?.repeats?.returning.kind === "original"
    ? findTargetName(campaign, original.targetId)
    : null;
};
