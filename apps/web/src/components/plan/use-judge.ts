import type { ListedTarget } from "@ccp/contract";
import type { Hours } from "@ccp/engine";
import { useQuery } from "@tanstack/react-query";
import { liveCallsQuery } from "#api/live-calls-query.ts";
import { useSession, useTimeZone } from "#api/session.ts";
import { useKeptUp } from "#api/use-kept-up.ts";
import { useTargetUsage } from "#api/use-target-usage.ts";
import { useNow } from "#lib/use-now.ts";
import { judgeTarget, type Standing } from "./standing.ts";

const tickMs = 15_000;

/** What the place says at which a target is listed. */
type Place = { enabled: boolean; hours?: Hours | null; concurrencyMax?: number | null };

export type Judge = (target: ListedTarget, place: Place) => Standing & { inUse: number };

/** Tells of any target of a plan how it stands now, kept up with the clock and with what is booked. */
export const useJudge = (): Judge => {
  const accountZone = useTimeZone();
  const { currency } = useSession().account;
  const at = useNow(tickMs);
  const { data } = useQuery(liveCallsQuery);
  useKeptUp(liveCallsQuery.queryKey);
  const findUsage = useTargetUsage();
  return (target, { enabled, hours = null, concurrencyMax = null }) => {
    const inUse = data?.targets.find((each) => each.target.id === target.id)?.inUse ?? 0;
    const known = findUsage(target.id);
    const usage =
      known === undefined || concurrencyMax === null ? known : { ...known, concurrencyLimit: concurrencyMax };
    const own = { hours: hours ?? target.hours, concurrencyMax: concurrencyMax ?? target.concurrencyMax };
    const listed = { ...target, enabled, ...own };
    return { ...judgeTarget(listed, { at, accountZone, inUse, usage, currency }), inUse };
  };
};
