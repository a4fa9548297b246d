import type { QueryClient } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { callsQuery, type CallListQuery } from "#api/queries.ts";
import { coalesce } from "#lib/coalesce.ts";
import { isLatestFirst, mayHaveLeft, mergeCalls, toWatermark, updateCalls } from "./merge-calls.ts";

/** A busy account books many times a second; the list asks for the changes this often at the most. */
const askEveryMs = 1000;
const changesMax = 200;

/** Keeps a loaded call log up with what is booked: asks only for what changed since its watermark. */
export const createChangeFeed = (queries: QueryClient, query: CallListQuery) => {
  const { queryKey } = callsQuery(query);
  const merge = isLatestFirst(query) ? mergeCalls : updateCalls;
  let booked = new Set<string>();
  const ask = async (): Promise<void> => {
    const ids = booked;
    booked = new Set();
    const before = queries.getQueryData(queryKey);
    if (before === undefined) return;
    const sinceBookedSeq = toWatermark(before.pages);
    const changes = await client.listCalls({ query: { ...query, sinceBookedSeq, limit: changesMax } });
    if (changes.nextCursor !== null || mayHaveLeft(before.pages, changes.items, ids, query)) {
      await queries.invalidateQueries({ queryKey });
      return;
    }
    queries.setQueryData(queryKey, (now) => now && { ...now, pages: merge(now.pages, changes.items) });
  };
  // A failed question is asked again at the next booking from the same watermark, or whole after a broken line.
  const askSoon = coalesce(
    () => ask().catch(() => undefined),
    (task) => setTimeout(task, askEveryMs),
  );
  return {
    note: (callIds: readonly string[]): void => {
      for (const id of callIds) booked.add(id);
      askSoon();
    },
    /** After a broken line anything may have been missed. */
    reload: (): void => void queries.invalidateQueries({ queryKey }),
  };
};
