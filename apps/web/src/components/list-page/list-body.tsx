import { DataTable } from "#components/data-table/data-table.tsx";
import { useSelection, type Selection } from "#components/data-table/use-selection.ts";
import { LoadMore } from "#components/load-more.tsx";
import { EmptyState, ErrorState, NoMatchState } from "#components/states.tsx";
import { Inbox } from "lucide-react";
import type { ReactNode } from "react";
import type { ListPageProps, Words } from "./list-page.tsx";
import { toSteps } from "./to-steps.ts";
import type { List } from "./use-list-state.ts";

/** The rows, or in their place why there are none; over them what is open or selected. */
export const ListBody = <Row,>(props: ListPageProps<Row>) => {
  const { list, rows, toKey, renderBulk, Drawer } = props;
  const keys = rows.items?.map(toKey) ?? [];
  const selection = useSelection(keys);
  const openKey = Drawer === undefined ? null : list.state.open;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <ListRowsView {...props} openKey={openKey} selection={renderBulk === undefined ? null : selection} />
      {renderBulk !== undefined && selection.selected.size > 0 && (
        <div className="pointer-events-none fixed inset-x-4 bottom-4 z-20 flex justify-center">
          <div className="pointer-events-auto max-w-full">
            {renderBulk(
              (rows.items ?? []).filter((row) => selection.selected.has(toKey(row))),
              selection.clear,
            )}
          </div>
        </div>
      )}
      {Drawer !== undefined && openKey !== null && (
        <Drawer id={openKey} steps={toSteps(list.change, keys, openKey)} />
      )}
    </div>
  );
};

type ListRowsViewProps<Row> = ListPageProps<Row> & { openKey: string | null; selection: Selection | null };

const ListRowsView = <Row,>({ openKey, selection, ...props }: ListRowsViewProps<Row>) => {
  const { list, rows, words } = props;
  const { state, change } = list;
  const { items, error, retry, hasMore, isLoadingMore, more, isStale } = rows;
  if (error !== null && items === undefined) return <ErrorState error={error} onRetry={retry} />;
  if (items?.length === 0) return <NoRows list={list} words={words} empty={props.empty} />;
  return (
    <DataTable
      {...props}
      label={`${words.many.charAt(0).toUpperCase()}${words.many.slice(1)}`}
      columns={list.columns}
      pinnedCount={state.pinned.length}
      density={state.density}
      rows={items}
      sort={state.sort}
      onSort={(sort) => change({ sort })}
      selection={selection}
      openKey={openKey}
      isStale={isStale}
      scrollKey={`${list.spec.name}?${JSON.stringify(list.query)}`}
      footer={
        items !== undefined && (
          <LoadMore
            hasMore={hasMore}
            isLoading={isLoadingMore}
            count={items.length}
            noun={items.length === 1 ? words.one : words.many}
            onMore={more}
          />
        )
      }
    />
  );
};

type NoRowsProps<Row> = { list: List<Row>; words: Words; empty: ReactNode };

const NoRows = <Row,>({ list, words, empty }: NoRowsProps<Row>) => {
  if (list.isFiltered) return <NoMatchState noun={words.many} onClear={list.clearFilters} />;
  const tab = list.spec.tabs.findIndex(({ id }) => id === list.state.tab);
  if (tab > 0) return <EmptyState icon={Inbox} title={`No ${words.many} here`} />;
  return empty;
};
