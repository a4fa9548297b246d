import type { OwnerUsage } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useKeptUp } from "#api/use-kept-up.ts";

/** What an owner's caps have counted, asked anew as calls are booked; undefined until it is known. */
export const useOwnerUsage = (
  kind: string,
  id: string | number,
  read: () => Promise<OwnerUsage>,
): OwnerUsage | undefined => {
  const queryKey = useMemo(() => ["owner-usage", kind, id], [kind, id]);
  const { data } = useQuery({ queryKey, queryFn: read });
  useKeptUp(queryKey);
  return data;
};
