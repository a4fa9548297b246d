import type { CapUsage } from "@ccp/contract";
import { toCapAmount, toPeriod, type Cap, type Caps } from "@ccp/engine";

const toTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const toUsage = (cap: Cap, used: bigint, span: { since: string | null; until: string | null }): CapUsage =>
  "micros" in cap
    ? { ...cap, used: String(toCapAmount(cap, used)), ...span }
    : { ...cap, used: Number(used), ...span };

/** What each of the caps had counted, in order, with the period that it counts in at `at` (epoch ms). */
export const toCapUsage = (
  { list, timeZone }: Pick<Caps, "list" | "timeZone">,
  used: readonly bigint[],
  at: number,
): CapUsage[] =>
  list.map((cap, index) => {
    const { start, end } = toPeriod(cap.period, timeZone, at);
    const since = end === null ? null : toTime(start);
    return toUsage(cap, used[index] ?? 0n, { since, until: toTime(end) });
  });
