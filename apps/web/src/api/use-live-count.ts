import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { coalesce } from "#lib/coalesce.ts";
import { client } from "./client.ts";
import { useBooked } from "./use-live.ts";

/** A busy account books many times a second; the count is asked for this often at the most. */
const askEveryMs = 2000;

const liveCountQuery = queryOptions({
  queryKey: ["live-count"],
  queryFn: () => client.countCalls({ query: { status: "ringing,in-progress" } }),
});

/** How many calls are not over, kept up with what is booked; undefined until it is known. */
export const useLiveCount = (): { count: number; isMore: boolean } | undefined => {
  const queries = useQueryClient();
  const ask = useMemo(
    () =>
      coalesce(
        () => queries.invalidateQueries({ queryKey: liveCountQuery.queryKey }),
        (task) => setTimeout(task, askEveryMs),
      ),
    [queries],
  );
  useBooked(ask);
  return useQuery(liveCountQuery).data;
};
