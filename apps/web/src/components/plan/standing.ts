import type { ListedTarget, OwnerUsage, TargetUsage } from "@ccp/contract";
import { describeHours, judgeHours, toAmountText, toCapText, toMicros } from "@ccp/engine";
import { isUsedUp } from "#components/caps/is-used-up.ts";
import { formatExactTime } from "#lib/format-time.ts";
import type { Tone } from "#ui/badge.tsx";

/** Whether a call would be offered to a target now, and if not, by what it is kept from it. */
export type Standing = {
  kind:
    | "open"
    | "off"
    | "target-paused"
    | "buyer-paused"
    | "out-of-balance"
    | "barred"
    | "closed"
    | "cap-full"
    | "full";
  tone: Tone;
  text: string;
  /** What the text leaves open, such as "opens Monday 08:00 (America/Chicago)". */
  detail: string | null;
};

type Now = {
  at: number;
  accountZone: string;
  inUse: number;
  usage: TargetUsage | undefined;
  /** The account's. */
  currency: string;
};

type Listed = Pick<ListedTarget, "status" | "barred" | "hours" | "timeZone" | "concurrencyMax"> & {
  buyer: Pick<ListedTarget["buyer"], "status">;
  enabled: boolean;
};

/** The first cap that leaves no room, and until when. */
const findFullCap = (usage: Pick<OwnerUsage, "caps" | "timeZone">, currency: string): string | null => {
  const full = usage.caps.find(isUsedUp);
  if (full === undefined) return null;
  const text = toCapText(full, usage.timeZone, currency);
  return full.until === null
    ? text
    : `${text}, until ${formatExactTime(Date.parse(full.until), usage.timeZone)}`;
};

/** The target's own cap, then its buyer's. */
const judgeCaps = (usage: TargetUsage | undefined, currency: string): Standing | null => {
  if (usage === undefined) return null;
  const ownCap = findFullCap(usage, currency);
  if (ownCap !== null) return { kind: "cap-full", tone: "warn", text: "At its cap", detail: ownCap };
  const buyersCap = findFullCap(usage.buyer, currency);
  return buyersCap === null
    ? null
    : { kind: "cap-full", tone: "warn", text: "Buyer at its cap", detail: buyersCap };
};

const isReached = (inUse: number | null, limit: number | null): boolean =>
  inUse !== null && limit !== null && inUse >= limit;

/** The calls at once of the target, then of its buyer. */
const judgeConcurrency = (
  concurrencyMax: Listed["concurrencyMax"],
  { inUse, usage }: Pick<Now, "inUse" | "usage">,
): Standing | null => {
  const limit = usage === undefined ? concurrencyMax : usage.concurrencyLimit;
  if (limit === 0) return { kind: "full", tone: "warn", text: "Full", detail: "no calls in this hour" };
  if (isReached(inUse, limit)) {
    return { kind: "full", tone: "warn", text: "Full", detail: "until a call ends" };
  }
  return usage !== undefined && isReached(usage.buyer.inUse, usage.buyer.concurrencyMax)
    ? { kind: "full", tone: "warn", text: "Buyer full", detail: "until one of its calls ends" }
    : null;
};

/** What a buyer who pays in advance lacks for a call; null where nothing is known to be missing. */
const findShortage = (usage: TargetUsage | undefined): string | null => {
  if (usage === undefined || usage.balance === null) return null;
  const left = toMicros(usage.balance.leftMicros);
  const needed = toMicros(usage.balance.neededMicros);
  if (left > 0n && left >= needed) return null;
  const told = `${toAmountText(left)} left`;
  return needed > 0n ? `${told}, ${toAmountText(needed)} needed` : told;
};

/** Judged in the order in which the routing of a call does; the first that speaks against it is told. */
export const judgeTarget = (listed: Listed, now: Now): Standing => {
  const { at, accountZone } = now;
  const { enabled, status, buyer, barred, hours, timeZone } = listed;
  if (!enabled) return { kind: "off", tone: "none", text: "Off", detail: null };
  if (status !== "active") {
    return { kind: "target-paused", tone: "warn", text: "Target paused", detail: null };
  }
  if (buyer.status !== "active") {
    return { kind: "buyer-paused", tone: "warn", text: "Buyer paused", detail: null };
  }
  const shortage = findShortage(now.usage);
  if (shortage !== null) {
    return { kind: "out-of-balance", tone: "warn", text: "Out of balance", detail: shortage };
  }
  if (barred !== null) return { kind: "barred", tone: "bad", text: "Not dialled", detail: barred };
  const verdict = judgeHours(hours, timeZone ?? accountZone, at);
  // "Closed: opens Monday 08:00 …" without the word that stands before it.
  const detail = describeHours(verdict).replace(/^(Open|Closed):? ?/, "") || null;
  if (!verdict.isOpen) return { kind: "closed", tone: "none", text: "Closed", detail };
  return (
    judgeCaps(now.usage, now.currency) ??
    judgeConcurrency(listed.concurrencyMax, now) ?? { kind: "open", tone: "live", text: "Open", detail }
  );
};
