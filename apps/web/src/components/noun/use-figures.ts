import type { FigureNoun, NounFigures } from "@ccp/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { figuresKey, figuresQuery } from "#api/party-queries.ts";
import { useBooked } from "#api/use-live.ts";
import { coalesce } from "#lib/coalesce.ts";
import type { Id } from "./noun-operations.ts";

/** A busy account books many times a second; the figures are asked for this often at the most. */
const askEveryMs = 3000;

export type Figures = {
  /** As of when; a call log that is opened from a figure ends here. */
  at: string;
  /** Null where there never was a call, undefined while it is not known. */
  find: (id: Id) => NounFigures | null | undefined;
};

/** What the calls of these nouns come to, kept up with what is booked; undefined until it is known, or for `by` null. */
export const useFigures = (by: FigureNoun | null, ids: readonly Id[]): Figures | undefined => {
  const queries = useQueryClient();
  const { data, isPlaceholderData } = useQuery(figuresQuery(by, ids.map(String)));
  const ask = useMemo(
    () =>
      coalesce(
        () => queries.invalidateQueries({ queryKey: [figuresKey] }),
        (task) => setTimeout(task, askEveryMs),
      ),
    [queries],
  );
  useBooked(ask);
  return useMemo(() => {
    if (data === undefined) return undefined;
    const known = new Map(data.items.map((each) => [String(each.id), each]));
    // While further rows are asked for, nothing is known of them yet.
    return { at: data.at, find: (id) => known.get(String(id)) ?? (isPlaceholderData ? undefined : null) };
  }, [data, isPlaceholderData]);
};
