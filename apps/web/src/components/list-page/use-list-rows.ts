import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

/** The rows of a list as far as they are loaded. */
export type ListRows<Row> = {
  /** Undefined while the first page is on its way. */
  items: readonly Row[] | undefined;
  error: unknown;
  retry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  more: () => void;
  /** Whether these are still the rows of the former query. */
  isStale: boolean;
};

type Page<Row> = { items: readonly Row[]; nextCursor: string | null };

/** One of the client's lists. Its query is a list's, which holds only what the contract accepts. */
type LoadPage<Row> = (input: { query: never }) => Promise<Page<Row>>;

/** Loads a list page by page. `key` begins with the noun's own key, so that a change of the noun renews its lists. */
export const useListRows = <Row>(
  key: readonly string[],
  query: Readonly<Record<string, string>>,
  load: LoadPage<Row>,
): ListRows<Row> => {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } =
    useInfiniteQuery({
      queryKey: [...key, query],
      queryFn: ({ pageParam }) =>
        load({ query: { ...query, ...(pageParam !== null && { cursor: pageParam }) } as never }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    });
  return {
    items: useMemo(() => data?.pages.flatMap(({ items }) => items), [data]),
    error,
    retry: () => void refetch(),
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    more: () => void fetchNextPage(),
    isStale: isPlaceholderData,
  };
};
