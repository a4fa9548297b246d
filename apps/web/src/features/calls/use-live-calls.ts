import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { CallSummary } from "@ccp/contract";
import { callsQuery, type CallFilters } from "#api/queries.ts";
import { useBooked } from "#api/use-live.ts";
import { createChangeFeed } from "./change-feed.ts";
import { splitAtLine } from "./merge-calls.ts";

/** The call log's rows, kept up with what is booked, without moving what a reader further down looks at. */
export const useLiveCalls = (filters: CallFilters) => {
  const queries = useQueryClient();
  const query = useInfiniteQuery(callsQuery(filters));
  const feed = useMemo(() => createChangeFeed(queries, filters), [queries, filters]);
  useBooked((message) => (message === null ? feed.reload() : feed.note(message.callIds)));

  // Rows go on arriving in sight only while the list stands at its top; else they wait above this one.
  const [line, setLine] = useState<CallSummary | null>(null);
  const setIsAtTop = useCallback(
    (isAtTop: boolean) => {
      const newest = queries.getQueryData(callsQuery(filters).queryKey)?.pages[0]?.items[0];
      setLine(isAtTop ? null : (newest ?? null));
    },
    [queries, filters],
  );

  const calls = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const { shown, waiting } = splitAtLine(calls ?? [], line);
  return { query, rows: calls === undefined ? undefined : shown, waiting, setIsAtTop };
};
