import type { ListedTarget, PlanRoom, TargetUsage } from "@ccp/contract";
import type { Hours } from "@ccp/engine";
import { useQuery } from "@tanstack/react-query";
import { liveCallsQuery } from "#api/live-calls-query.ts";
import { useSession, useTimeZone } from "#api/session.ts";
import { useKeptUp } from "#api/use-kept-up.ts";
import { useTargetUsage } from "#api/use-target-usage.ts";
import { useNow } from "#lib/use-now.ts";
import { judgeTarget, type Standing } from "./standing.ts";
import { usePlanRoom, type CallsBy, type RowPlace } from "./use-plan-room.ts";

const tickMs = 15_000;

/** What the place says at which a target is listed. */
type Place = Partial<RowPlace> & { enabled: boolean; hours?: Hours | null; concurrencyMax?: number | null };

type Judged = Standing & {
  inUse: number;
  /** The calls at once of its group together, where those are limited. */
  group?: PlanRoom["items"][number]["group"];
};

export type Judge = (target: ListedTarget, place: Place) => Judged;

/** The target by the terms of the place. */
const toListed = (target: ListedTarget, { enabled, hours, concurrencyMax }: Place) => ({
  ...target,
  enabled,
  hours: hours ?? target.hours,
  concurrencyMax: concurrencyMax ?? target.concurrencyMax,
});

const limitUsage = (usage: TargetUsage | undefined, { concurrencyMax = null }: Place) =>
  usage === undefined || concurrencyMax === null ? usage : { ...usage, concurrencyLimit: concurrencyMax };

/** Tells of any target of a plan how it stands now, kept up with the clock and with what is booked. */
export const useJudge = (by?: CallsBy): Judge => {
  const accountZone = useTimeZone();
  const { currency } = useSession().account;
  const at = useNow(tickMs);
  const { data } = useQuery(liveCallsQuery);
  useKeptUp(liveCallsQuery.queryKey);
  const findUsage = useTargetUsage();
  const findRoom = usePlanRoom(by);
  return (target, place) => {
    const inUse = data?.targets.find((each) => each.target.id === target.id)?.inUse ?? 0;
    const { full = null, group = null } = findRoom(target.id, place) ?? {};
    const usage = limitUsage(findUsage(target.id), place);
    const standing = judgeTarget(toListed(target, place), { at, accountZone, inUse, usage, full, currency });
    return { ...standing, inUse, group };
  };
};
