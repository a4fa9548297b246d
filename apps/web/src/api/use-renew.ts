import { useQueryClient } from "@tanstack/react-query";

/**
 * After a change, whatever is on the screen is asked for anew: names and figures of one noun stand on the pages of
 * others.
 */
export const useRenew = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
};
