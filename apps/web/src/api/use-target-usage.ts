import type { TargetUsage } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { targetUsageQuery } from "./target-usage-query.ts";
import { useKeptUp } from "./use-kept-up.ts";

/** How much of a target's capacity is used, asked anew as calls are booked; undefined until it is known. */
export const useTargetUsage = (): ((targetId: string) => TargetUsage | undefined) => {
  const { data } = useQuery(targetUsageQuery);
  useKeptUp(targetUsageQuery.queryKey);
  return (targetId) => data?.items.find((usage) => usage.targetId === targetId);
};
