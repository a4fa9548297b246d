import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { client } from "#api/client.ts";
import type { CallListQuery } from "#api/queries.ts";
import { useBooked } from "#api/use-live.ts";
import { coalesce } from "#lib/coalesce.ts";

/** Counting costs more than asking for what changed. */
const askEveryMs = 5000;

const countQuery = ({ sort: _sort, ...query }: CallListQuery) =>
  queryOptions({
    queryKey: ["call-count", query],
    queryFn: () => client.countCalls({ query }),
    placeholderData: keepPreviousData,
  });

/** How many calls the list has, in words, kept up with what is booked; null until it is known. */
export const useCallCount = (listQuery: CallListQuery): string | null => {
  const queries = useQueryClient();
  const ask = useMemo(
    () =>
      coalesce(
        () => queries.invalidateQueries({ queryKey: ["call-count"] }),
        (task) => setTimeout(task, askEveryMs),
      ),
    [queries],
  );
  useBooked(ask);
  const { data, error } = useQuery(countQuery(listQuery));
  if (data === undefined || error !== null) return null;
  const { count, isMore } = data;
  return `${count.toLocaleString("en-US")}${isMore ? "+" : ""} ${count === 1 ? "call" : "calls"}`;
};
