import { useQuery, useQueryClient } from "@tanstack/react-query";
import { callQuery } from "#api/queries.ts";
import { useBooked } from "#api/use-live.ts";

/** A call with all that is known of it, kept up with what is booked. */
export const useCall = (id: string) => {
  const queries = useQueryClient();
  useBooked((message) => {
    if (message === null || message.callIds.includes(id)) {
      void queries.invalidateQueries({ queryKey: callQuery(id).queryKey });
    }
  });
  return useQuery(callQuery(id));
};
