import type { ListedTarget, TargetUsage } from "@ccp/contract";
import { describeHours, judgeHours, toCapText } from "@ccp/engine";
import { formatExactTime } from "#lib/format-time.ts";
import type { Tone } from "#ui/badge.tsx";

/** Whether a call would be offered to a target now, and if not, by what it is kept from it. */
export type Standing = {
  kind: "open" | "off" | "target-paused" | "buyer-paused" | "barred" | "closed" | "cap-full" | "full";
  tone: Tone;
  text: string;
  /** What the text leaves open, such as "opens Monday 08:00 (America/Chicago)". */
  detail: string | null;
};

type Now = { at: number; accountZone: string; inUse: number; usage: TargetUsage | undefined };

type Listed = Pick<ListedTarget, "status" | "barred" | "hours" | "timeZone" | "concurrencyMax"> & {
  buyer: Pick<ListedTarget["buyer"], "status">;
  enabled: boolean;
};

/** The first cap that leaves no room, and until when. */
const findFullCap = (usage: TargetUsage | undefined): string | null => {
  const full = usage?.caps.find(({ used, limit }) => used >= limit);
  if (usage === undefined || full === undefined) return null;
  const text = toCapText(full, usage.timeZone);
  return full.until === null
    ? text
    : `${text}, until ${formatExactTime(Date.parse(full.until), usage.timeZone)}`;
};

/** Judged in the order in which the routing of a call does; the first that speaks against it is told. */
export const judgeTarget = (listed: Listed, { at, accountZone, inUse, usage }: Now): Standing => {
  const { enabled, status, buyer, barred, hours, timeZone, concurrencyMax } = listed;
  if (!enabled) return { kind: "off", tone: "none", text: "Off", detail: null };
  if (status !== "active") {
    return { kind: "target-paused", tone: "warn", text: "Target paused", detail: null };
  }
  if (buyer.status !== "active") {
    return { kind: "buyer-paused", tone: "warn", text: "Buyer paused", detail: null };
  }
  if (barred !== null) return { kind: "barred", tone: "bad", text: "Not dialled", detail: barred };
  const verdict = judgeHours(hours, timeZone ?? accountZone, at);
  // "Closed: opens Monday 08:00 …" without the word that stands before it.
  const detail = describeHours(verdict).replace(/^(Open|Closed):? ?/, "") || null;
  if (!verdict.isOpen) return { kind: "closed", tone: "none", text: "Closed", detail };
  const fullCap = findFullCap(usage);
  if (fullCap !== null) return { kind: "cap-full", tone: "warn", text: "At its cap", detail: fullCap };
  if (concurrencyMax !== null && inUse >= concurrencyMax) {
    return { kind: "full", tone: "warn", text: "Full", detail: "until a call ends" };
  }
  return { kind: "open", tone: "live", text: "Open", detail };
};
