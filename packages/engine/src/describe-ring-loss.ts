import { describeBalance } from "#balance/describe-balance.ts";
import { hasBalance } from "#balance/prepaid.ts";
import { toAmount, toCapAmount } from "#cap/cap.ts";
import type { CampaignBook } from "#book.ts";
import { isFull, toCapText, type OwnedNumbers } from "#cap/judge-caps.ts";
import { toOwnerText } from "#cap/owner.ts";
import { toNameList } from "#call/words.ts";
import { toCallsText } from "#concurrency/limits.ts";
import { toMicros } from "#money.ts";
import { strategyOfLevel } from "#strategy/recency.ts";
import type { Judged } from "./judged.ts";

/** Somebody's limit, cap or balance that the rows of a ring share: who of them take of it, and what there was. */
type Share = { takers: readonly Judged[]; left: string };

const isSameCap = (one: OwnedNumbers, other: OwnedNumbers): boolean =>
  one.owner.scope === other.owner.scope &&
  one.owner.id === other.owner.id &&
  one.cap.on === other.cap.on &&
  one.cap.period === other.cap.period;

const findBalance = ({ plan, balance, currency }: Judged, ringing: readonly Judged[]): Share | undefined => {
  if (typeof balance?.balanceMicros !== "string") return undefined;
  const takers = ringing.filter((each) => each.plan.buyerId === plan.buyerId);
  const taken = takers.reduce((sum, each) => sum + toMicros(each.balance?.neededMicros ?? "0"), 0n);
  const credit = toMicros(balance.creditLimitMicros);
  const needed = toMicros(balance.neededMicros);
  if (taken === 0n || hasBalance(toMicros(balance.balanceMicros) - taken, { credit, needed }))
    return undefined;
  const text = describeBalance(balance, currency);
  return {
    takers,
    left: `${toOwnerText({ scope: "buyer", name: plan.buyerName })} had left of its balance: ${text}`,
  };
};

const findCap = ({ caps, currency }: Judged, ringing: readonly Judged[]): Share | undefined => {
  for (const asked of caps) {
    const { owner, cap, need, timeZone } = asked;
    const takers = ringing.filter((each) => each.caps.some((of) => isSameCap(of, asked)));
    const taken = takers
      .flatMap((each) => each.caps.filter((of) => isSameCap(of, asked)))
      .reduce((sum, of) => sum + of.need, 0n);
    if (taken === 0n || !isFull(cap, toCapAmount(cap, toAmount(cap.used) + taken), need)) continue;
    return {
      takers,
      left: `${toOwnerText(owner)} had left of its cap: ${toCapText(cap, timeZone, currency)}`,
    };
  }
  return undefined;
};

const findLimit = ({ shared }: Judged, ringing: readonly Judged[]): Share | undefined => {
  for (const { key, limit, inUse, ...owner } of shared) {
    const takers = ringing.filter((each) => each.shared.some((of) => of.key === key));
    if (takers.length === 0 || inUse + takers.length < limit) continue;
    return { takers, left: `${toOwnerText(owner)} had left of its limit (${toCallsText(inUse, limit)})` };
  }
  return undefined;
};

/** Whether two rows are ever picked together: by their level, or as members of one group. */
const isPickedWith = (campaign: CampaignBook, { plan, tries }: Judged, other: Judged): boolean => {
  if (plan.priority !== other.plan.priority || tries !== other.tries) return false;
  return plan.group !== undefined && plan.group === other.plan.group
    ? campaign.groups?.[plan.group]?.strategy === "simultaneous"
    : strategyOfLevel(campaign, plan.priority) === "simultaneous";
};

/**
 * Why a row does not ring with the others, where those before it took the last of what it shares with them, to follow
 * its target's name; undefined where they left enough, so that it was another call that took it. `ring` is all that ring.
 */
export const describeRingLoss = (
  campaign: CampaignBook,
  judged: Judged,
  ring: readonly Judged[],
): string | undefined => {
  const isBefore = ({ row }: Judged): boolean =>
    row !== "fallback" && judged.row !== "fallback" && row < judged.row;
  const ringing = ring.filter((each) => isBefore(each) && isPickedWith(campaign, judged, each));
  const share = findBalance(judged, ringing) ?? findCap(judged, ringing) ?? findLimit(judged, ringing);
  if (share === undefined) return undefined;
  const names = toNameList(share.takers.map(({ plan }) => plan.targetName));
  return `was passed over because ${names} took what ${share.left}`;
};
