import type { ListedTarget, OwnerUsage, PlanRoom, TargetUsage } from "@ccp/contract";
import { describeHours, judgeHours, toAmountText, toCapText, toMicros } from "@ccp/engine";
import { isUsedUp } from "#components/caps/is-used-up.ts";
import { formatMinute } from "#lib/format-time.ts";
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
  /** Whose limit keeps all of a row from calls and not only this target; absent where none does. */
  sharedBy?: "target-group" | "campaign";
};

type FullLimit = NonNullable<PlanRoom["items"][number]["full"]>;

type Now = {
  at: number;
  accountZone: string;
  inUse: number;
  usage: TargetUsage | undefined;
  /** The limit that the routing of a call would find full at its place in a plan; null where there is none, or none is known. */
  full: FullLimit | null;
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
    : `${text}, until ${formatMinute(Date.parse(full.until), usage.timeZone)}`;
};

/** The target's own cap, then its buyer's. */
const judgeCaps = (usage: TargetUsage | undefined, currency: string): Standing | null => {
  if (usage === undefined) return null;
  const ownCap = findFullCap(usage, currency);
  if (ownCap !== null) return { kind: "cap-full", tone: "warn", text: "At its cap", detail: ownCap };
  const buyersCap = findFullCap(usage.buyer, currency);
  return buyersCap === null
    ? null
    : {
        kind: "cap-full",
        tone: "warn",
        text: "Buyer at its cap",
        detail: `Buyer ${usage.buyer.name}: ${buyersCap}`,
      };
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
  if (usage === undefined || !isReached(usage.buyer.inUse, usage.buyer.concurrencyMax)) return null;
  const { name, inUse: calls, concurrencyMax: max } = usage.buyer;
  const detail = `Buyer ${name}: ${calls} of ${max} ${max === 1 ? "call" : "calls"} at once`;
  return { kind: "full", tone: "warn", text: "Buyer full", detail };
};

const ownerWords = {
  target: "",
  "target-group": "Group",
  buyer: "Buyer",
  campaign: "Campaign",
  publisher: "Publisher",
} as const satisfies Record<FullLimit["owner"]["kind"], string>;

const fullTexts = {
  "cap-full": { own: "At its cap", others: "at its cap" },
  "concurrency-full": { own: "Full", others: "full" },
  "rate-full": { own: "At its rate", others: "at its rate" },
} as const satisfies Record<FullLimit["kind"], object>;

/** The engine's verdict. A target's own calls at once are left to the limit as it stands in the form. */
const judgeRoom = (full: FullLimit | null): Standing | null => {
  if (full === null || (full.kind === "concurrency-full" && full.owner.kind === "target")) return null;
  const { kind, owner, until, timeZone } = full;
  const isOwn = owner.kind === "target";
  const word = ownerWords[owner.kind];
  const text = isOwn ? full.text : `${word} ${owner.name}: ${full.text}`;
  return {
    kind: kind === "cap-full" ? "cap-full" : "full",
    tone: "warn",
    text: isOwn ? fullTexts[kind].own : `${word} ${fullTexts[kind].others}`,
    detail: until === null ? text : `${text}, until ${formatMinute(Date.parse(until), timeZone ?? "UTC")}`,
    ...((owner.kind === "target-group" || owner.kind === "campaign") && { sharedBy: owner.kind }),
  };
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
    judgeRoom(now.full) ??
    judgeCaps(now.usage, now.currency) ??
    judgeConcurrency(listed.concurrencyMax, now) ?? { kind: "open", tone: "live", text: "Open", detail }
  );
};
