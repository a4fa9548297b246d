import { readCaller } from "#block/read-caller.ts";
import type { CampaignBook } from "#book.ts";
import type { ArrivedFact } from "#call/event.ts";
import { toSpanText } from "#strategy/span-text.ts";
import type { Recall } from "./recall.ts";
import { isWithin } from "./rules.ts";

/** A call that came too soon after the caller's last one: so many ms, within so many seconds. */
export type TooSoon = { afterMs: number; withinSeconds: number };

/** Holds a call that comes at `at` (epoch ms) against the campaign's rule; null where it is not too soon. */
export const checkTooSoon = (
  { repeats }: Pick<CampaignBook, "repeats">,
  recall: Recall | undefined,
  at: number,
): TooSoon | null => {
  const spam = repeats?.spam;
  if (spam?.kind !== "within" || recall?.lastAt === undefined) return null;
  const afterMs = Math.max(0, at - recall.lastAt);
  return afterMs < spam.seconds * 1000 ? { afterMs, withinSeconds: spam.seconds } : null;
};

/** Whether a call that comes at `at` (epoch ms) repeats an earlier one, as the campaign reports it. */
export const isDuplicate = (
  { repeats }: Pick<CampaignBook, "repeats">,
  recall: Recall | undefined,
  at: number,
): boolean => {
  const report = repeats?.report ?? { kind: "off" };
  return report.kind !== "off" && recall?.campaignAt !== undefined && isWithin(report, recall.campaignAt, at);
};

/** What the campaign does about a caller who withholds the number; "take" for everybody else. */
export const toAnonymousRule = ({ repeats }: Pick<CampaignBook, "repeats">, from: string) =>
  repeats !== undefined && readCaller(from).kind === "anonymous" ? repeats.anonymous : "take";

/** Why a call was refused, as the end of a sentence that begins with "because". */
export const describeTooSoon = ({ afterMs, withinSeconds }: TooSoon): string =>
  `the caller had called ${toSpanText(afterMs)} before, and calls within ${withinSeconds} s of the last one were refused`;

/** Whether the caller withholds the number in a campaign that hands such callers to its fallback only. */
export const isForFallback = ({
  campaign,
  arrived,
}: {
  campaign: CampaignBook | null;
  arrived: ArrivedFact | null;
}): boolean =>
  campaign !== null && arrived !== null && toAnonymousRule(campaign, arrived.from) === "fallback";
