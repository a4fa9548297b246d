import type { CampaignTarget } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { liveCallsQuery } from "#api/live-calls-query.ts";
import { useTimeZone } from "#api/session.ts";
import { useKeptUp } from "#api/use-kept-up.ts";
import { useTargetUsage } from "#api/use-target-usage.ts";
import { useNow } from "#lib/use-now.ts";
import { judgeTarget, type Standing } from "./standing.ts";

const tickMs = 15_000;

export type Judge = (listed: CampaignTarget, enabled?: boolean) => Standing & { inUse: number };

/** Tells of any target of a plan how it stands now, kept up with the clock and with what is booked. */
export const useJudge = (): Judge => {
  const accountZone = useTimeZone();
  const at = useNow(tickMs);
  const { data } = useQuery(liveCallsQuery);
  useKeptUp(liveCallsQuery.queryKey);
  const findUsage = useTargetUsage();
  return (listed, enabled = listed.enabled) => {
    const inUse = data?.targets.find(({ target }) => target.id === listed.target.id)?.inUse ?? 0;
    const usage = findUsage(listed.target.id);
    return { ...judgeTarget({ ...listed, enabled }, { at, accountZone, inUse, usage }), inUse };
  };
};
