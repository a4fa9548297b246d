import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { CallSummary } from "@ccp/contract";
import { callsQuery, type CallListQuery } from "#api/queries.ts";
import { useBooked } from "#api/use-live.ts";
import type { ListRows } from "#components/list-page/use-list-rows.ts";
import { createChangeFeed } from "./change-feed.ts";
import { isLatestFirst, splitAtLine } from "./merge-calls.ts";

type LiveCalls = {
  rows: ListRows<CallSummary>;
  /** How many calls wait above the first row. */
  waiting: number;
  setIsAtTop: (isAtTop: boolean) => void;
};

/** The call log's rows, kept up with what is booked, without moving what a reader further down looks at. */
export const useLiveCalls = (listQuery: CallListQuery): LiveCalls => {
  const queries = useQueryClient();
  const query = useInfiniteQuery(callsQuery(listQuery));
  const feed = useMemo(() => createChangeFeed(queries, listQuery), [queries, listQuery]);
  useBooked((message) => (message === null ? feed.reload() : feed.note(message.callIds)));

  // Rows go on arriving in sight only while the list stands at its top; else they wait above this one.
  const [line, setLine] = useState<CallSummary | null>(null);
  const setIsAtTop = useCallback(
    (isAtTop: boolean) => {
      const newest = queries.getQueryData(callsQuery(listQuery).queryKey)?.pages[0]?.items[0];
      setLine(isAtTop || !isLatestFirst(listQuery) ? null : (newest ?? null));
    },
    [queries, listQuery],
  );

  const calls = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const { shown, waiting } = splitAtLine(calls ?? [], isLatestFirst(listQuery) ? line : null);
  return {
    rows: {
      items: calls === undefined ? undefined : shown,
      error: query.error,
      retry: () => void query.refetch(),
      hasMore: query.hasNextPage,
      isLoadingMore: query.isFetchingNextPage,
      more: () => void query.fetchNextPage(),
      isStale: query.isPlaceholderData,
    },
    waiting,
    setIsAtTop,
  };
};
