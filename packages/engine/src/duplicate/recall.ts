import { readCaller } from "#block/read-caller.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { listPayoutRules } from "#settle/payout-rule.ts";
import { isWithin, noRepeatRules, type Protection, type RepeatWindow } from "./rules.ts";

/**
 * How far a dial came, as far as its call's facts say: it may still come to anything, they talk or talked and it may
 * still convert, they talked and it did not, it converted. What came to nothing is not remembered.
 */
export type DialStanding = "ringing" | "talking" | "connected" | "converted";

export type RememberedDial = {
  targetId: string;
  /** Null for an agent of the account. */
  buyerId: number | null;
  at: number;
  standing: DialStanding;
};

/** What is remembered of one call; times are epoch ms. */
export type RememberedCall = {
  callId: string;
  at: number;
  campaignId: string | null;
  publisherId: string | null;
  /** Whether the publisher has earned its payout, or may still. */
  payout: "none" | "open" | "earned";
  dials: readonly RememberedDial[];
};

/** A dial of an earlier call; `here`: of one to the same campaign. */
export type RecalledDial = RememberedDial & { here: boolean };

/** What a decision knew of the caller's other calls (epoch ms); a part is absent where there is nothing of it. */
export type Recall = {
  /** When the last one came, to whatever campaign and whatever became of it. */
  lastAt?: number;
  /** When the last one came to this campaign. */
  campaignAt?: number;
  /** By time; of the same target, standing and campaign only the last. */
  dials?: readonly RecalledDial[];
  /** The last calls to this campaign for which a publisher was paid or may be, one for each publisher. */
  payouts?: readonly { publisherId: string; at: number }[];
};

/** The number by which a caller is remembered, digits of E.164; null for callers who withhold it or have none. */
export const toRememberedNumber = (from: string): string | null => {
  const caller = readCaller(from);
  return caller.kind === "number" ? caller.digits : null;
};

const keepLast = <Item extends { at: number }>(items: Map<string, Item>, key: string, item: Item): void => {
  const known = items.get(key);
  if (known === undefined || known.at < item.at) items.set(key, item);
};

const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;

/** What a call to the campaign should know of the same caller's other calls, in whatever order they are given. */
export const toRecall = (calls: readonly RememberedCall[], campaignId: string | null): Recall => {
  const dials = new Map<string, RecalledDial>();
  const payouts = new Map<string, { publisherId: string; at: number }>();
  const [own, all] = [{ at: 0 }, { at: 0 }];
  for (const call of calls.toSorted((a, b) => (a.callId < b.callId ? -1 : 1))) {
    const here = call.campaignId === campaignId;
    all.at = Math.max(all.at, call.at);
    if (here) own.at = Math.max(own.at, call.at);
    for (const dial of call.dials) {
      keepLast(dials, `${dial.targetId} ${dial.buyerId} ${dial.standing} ${here}`, { ...dial, here });
    }
    const { publisherId, payout, at } = call;
    if (here && publisherId !== null && payout !== "none")
      keepLast(payouts, publisherId, { publisherId, at });
  }
  return {
    ...(all.at > 0 && { lastAt: all.at }),
    ...(own.at > 0 && { campaignAt: own.at }),
    ...(dials.size > 0 && { dials: [...dials.values()].sort(byTime) }),
    ...(payouts.size > 0 && { payouts: [...payouts.values()].sort(byTime) }),
  };
};

/** The target of the caller's last conversation in the campaign; undefined where there was none. */
export const findOriginal = ({ dials = [] }: Recall): RecalledDial | undefined =>
  dials.findLast(({ here, standing }) => here && standing !== "ringing");

/** A dial that still rings may become whatever is asked for, and a conversation may still convert. */
const counts = ({ standing }: RememberedDial, after: Protection["after"]): boolean =>
  after === "connected" || standing !== "connected";

/** The last dial that keeps a row from taking the caller again, and by whose rule; undefined where none does. */
export const findProtecting = (
  { protection, targetId, buyerId }: Pick<PlanRow, "protection" | "targetId" | "buyerId">,
  recall: Recall | undefined,
  at: number,
): { dial: RecalledDial; owner: "target" | "buyer"; rule: Protection } | undefined => {
  const dials = recall?.dials;
  if (protection === undefined || dials === undefined) return undefined;
  for (const owner of ["target", "buyer"] as const) {
    const rule = protection[owner];
    if (rule === undefined) continue;
    const dial = dials.findLast(
      (each) =>
        (owner === "target" ? each.targetId === targetId : each.buyerId === buyerId) &&
        counts(each, rule.after) &&
        isWithin(rule.window, each.at, at),
    );
    if (dial !== undefined) return { dial, owner, rule };
  }
  return undefined;
};

/** When the buyer last had, or was about to have, a conversion of the caller that counts instead of a further one. */
export const findConvertedBefore = (
  buyerId: number,
  { recall, window, at }: { recall: Recall | undefined; window: RepeatWindow; at: number },
): number | undefined =>
  recall?.dials?.findLast(
    (dial) => dial.buyerId === buyerId && counts(dial, "converted") && isWithin(window, dial.at, at),
  )?.at;

const asksByRow = ({ protection, oncePerCaller }: PlanRow): boolean =>
  protection !== undefined || oncePerCaller !== undefined;

/** Whether it depends on the caller's other calls whom a call to the campaign is offered to, and on what terms. */
export const asksAtDial = ({ repeats, rows, fallback }: CampaignBook): boolean =>
  (repeats?.returning ?? { kind: "normal" }).kind !== "normal" ||
  rows.some(asksByRow) ||
  (fallback !== null && asksByRow(fallback));

/** Whether some terms of the campaign are paid for a caller once. */
const paysOnce = (campaign: CampaignBook): boolean =>
  [
    campaign.payout,
    ...Object.values(campaign.payouts ?? {}),
    ...listPayoutRules(campaign).map(({ payout }) => payout),
  ].some((terms) => terms?.duplicates !== undefined);

/** Whether anything in the campaign depends on whether the caller has called before. */
export const asksForCaller = (campaign: CampaignBook): boolean => {
  const { spam, report } = campaign.repeats ?? noRepeatRules;
  return asksAtDial(campaign) || spam.kind !== "off" || report.kind !== "off" || paysOnce(campaign);
};
