import type { FilterTrial } from "@ccp/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { useSettled } from "#lib/use-settled.ts";
import { readFilter, type TypedFilter } from "#lib/typed-filter.ts";

/** How the filter that is typed would have done on the last calls; undefined until it is whole. */
export const useFilterTrial = (typed: TypedFilter, timeZone: string | null): FilterTrial | undefined => {
  const filter = useSettled(JSON.stringify(readFilter(typed)), 400);
  const { data, isError } = useQuery({
    queryKey: ["filter-trial", filter, timeZone],
    queryFn: () => client.tryFilter({ body: { filter: JSON.parse(filter), timeZone } }),
    enabled: filter !== "null",
    placeholderData: keepPreviousData,
  });
  return filter === "null" || isError ? undefined : data;
};
