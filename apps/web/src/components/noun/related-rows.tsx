import type { ReactNode } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { LoadMore } from "#components/load-more.tsx";
import { ErrorState } from "#components/states.tsx";
import type { ListedNoun, NounListing } from "./noun-listing.ts";
import { toNounLooks } from "./noun-looks.tsx";
import { useNounRows } from "./use-noun-rows.ts";

type RelatedRowsProps<Row extends ListedNoun> = {
  listing: NounListing<Row>;
  /** Narrows the list to those of the noun whose page this is; one lasting object. */
  query: Readonly<Record<string, string>>;
  columns: readonly string[];
  label: string;
  empty: ReactNode;
};

const nothing = (): void => undefined;

/** Nouns of another kind that belong to this one, with their figures. */
export const RelatedRows = <Row extends ListedNoun>(props: RelatedRowsProps<Row>) => {
  const { listing, query, columns, label, empty } = props;
  const { rows, at } = useNounRows(listing, query);
  const { items, error, retry, hasMore, isLoadingMore, more, isStale } = rows;
  if (error !== null && items === undefined) return <ErrorState error={error} onRetry={retry} />;
  if (items?.length === 0) return empty;
  return (
    <div className="-mx-4 md:-mx-6">
      <DataTable
        {...toNounLooks(listing, at)}
        label={label}
        columns={columns.flatMap((id) => {
          const column = listing.spec.columns.find((each) => each.id === id);
          if (column === undefined) return [];
          const { sort: _, ...unsorted } = column;
          return unsorted;
        })}
        pinnedCount={0}
        density="compact"
        rows={items}
        sort={listing.spec.defaultSort}
        onSort={nothing}
        selection={null}
        openKey={null}
        isStale={isStale}
        scrollKey={`${label}?${JSON.stringify(query)}`}
        footer={
          items !== undefined && (
            <LoadMore
              hasMore={hasMore}
              isLoading={isLoadingMore}
              count={items.length}
              noun={items.length === 1 ? listing.words.one : listing.words.many}
              onMore={more}
            />
          )
        }
      />
    </div>
  );
};
