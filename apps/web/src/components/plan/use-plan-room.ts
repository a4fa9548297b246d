import type { PlanRoom } from "@ccp/contract";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { planRoomQuery } from "#api/plan-queries.ts";
import { useKeptUp } from "#api/use-kept-up.ts";

/** By which plan calls would come, and of which campaign where one is meant. */
export type CallsBy = { planId: string; campaignId?: string };

/** Where a target stands in a plan: at a priority, which may still be being typed, and as whose member. */
export type RowPlace = { priority: number | string; groupId: string };

type Room = PlanRoom["items"][number];

/** What other calls have left of a row, asked anew as calls are booked; undefined where it is not known. */
export const usePlanRoom = (
  by: CallsBy | undefined,
): ((targetId: string, place: Partial<RowPlace>) => Room | undefined) => {
  const { planId = "", campaignId } = by ?? {};
  const query = useMemo(() => planRoomQuery(planId, campaignId), [planId, campaignId]);
  const { data } = useQuery({ ...query, ...(planId === "" && { queryFn: skipToken }) });
  useKeptUp(query.queryKey);
  return (targetId, { priority, groupId = null }) =>
    data?.items.find(
      (each) =>
        each.targetId === targetId &&
        each.groupId === groupId &&
        String(each.priority) === String(priority).trim(),
    );
};
