import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { client } from "#api/client.ts";
import { callsQuery, type CallFilters } from "#api/queries.ts";
import { useBooked } from "#api/use-live.ts";
import { coalesce } from "#lib/coalesce.ts";
import type { CallSummary } from "@ccp/contract";
import { mayHaveLeft, mergeCalls, splitAtLine, toWatermark } from "./merge-calls.ts";

/** A busy account books many times a second; the list asks for the changes this often at the most. */
const askEveryMs = 1000;
const changesMax = 200;

const useChanges = (filters: CallFilters): void => {
  const queries = useQueryClient();
  const booked = useRef(new Set<string>());
  const ask = useMemo(() => {
    const { queryKey } = callsQuery(filters);
    const askOnce = async (): Promise<void> => {
      const ids = booked.current;
      booked.current = new Set();
      const before = queries.getQueryData(queryKey);
      if (before === undefined) return;
      const sinceBookedSeq = toWatermark(before.pages);
      const changes = await client.listCalls({ query: { ...filters, sinceBookedSeq, limit: changesMax } });
      const isIncomplete =
        changes.nextCursor !== null || mayHaveLeft(before.pages, changes.items, ids, filters);
      if (isIncomplete) await queries.invalidateQueries({ queryKey });
      else
        queries.setQueryData(
          queryKey,
          (now) => now && { ...now, pages: mergeCalls(now.pages, changes.items) },
        );
    };
    // A failed question is asked again at the next booking from the same watermark, or whole after a broken line.
    return coalesce(
      () => askOnce().catch(() => undefined),
      (task) => setTimeout(task, askEveryMs),
    );
  }, [filters, queries]);
  useBooked((message) => {
    if (message === null) {
      void queries.invalidateQueries({ queryKey: callsQuery(filters).queryKey });
      return;
    }
    for (const id of message.callIds) booked.current.add(id);
    ask();
  });
};

/** The call log's rows, kept up with what is booked, without moving what a reader further down looks at. */
export const useLiveCalls = (filters: CallFilters) => {
  const query = useInfiniteQuery(callsQuery(filters));
  useChanges(filters);
  const calls = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const newest = useRef<CallSummary | null>(null);
  newest.current = calls?.[0] ?? null;
  // Rows go on arriving in sight only while the list stands at its top; else they wait above this one.
  const [line, setLine] = useState<CallSummary | null>(null);
  const setIsAtTop = useCallback((isAtTop: boolean) => setLine(isAtTop ? null : newest.current), []);
  const { shown, waiting } = splitAtLine(calls ?? [], line);
  return { query, rows: calls === undefined ? undefined : shown, waiting, setIsAtTop };
};
