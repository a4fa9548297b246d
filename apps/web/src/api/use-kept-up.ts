import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useMemo } from "react";
import { useBooked } from "./use-live.ts";
import { coalesce } from "#lib/coalesce.ts";

/** A busy account books many times a second; the server is asked this often at the most. */
const askEveryMs = 2000;

/** Asks for something anew as calls are booked. `queryKey` has to be one lasting object. */
export const useKeptUp = (queryKey: QueryKey): void => {
  const queries = useQueryClient();
  const ask = useMemo(
    () =>
      coalesce(
        () => queries.invalidateQueries({ queryKey }),
        (task) => setTimeout(task, askEveryMs),
      ),
    [queries, queryKey],
  );
  useBooked(ask);
};
