import { Phone as PhoneIcon } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { useMay, useSession } from "#api/session.ts";
import { DataTable } from "#components/data-table.tsx";
import { LoadMore } from "#components/load-more.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { EmptyState, ErrorState, NoMatchState } from "#components/states.tsx";
import { formatZone } from "#lib/format-time.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { useNow } from "#lib/use-now.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { CallCard } from "./call-card.tsx";
import { toCallColumns, toCallName } from "./call-columns.tsx";
import { CallFilterBar } from "./call-filter-bar.tsx";
import { readCallFilters, toCallsQuery, writeCallFilters } from "./call-filters.ts";
import { callLogPlace } from "./call-log-place.ts";
import { useLiveCalls } from "./use-live-calls.ts";

const TestCallLink = () => {
  const mayWrite = useMay("write");
  const { testCalls } = useSession();
  if (!testCalls || !mayWrite) return null;
  return (
    <Button variant="primary" asChild>
      <Link href={paths.testCall()}>Place a test call</Link>
    </Button>
  );
};

/** Finds any call; every filter is in the address. */
export const CallLogPage = () => {
  const search = useSearch();
  const [, navigate] = useLocation();
  const { account } = useSession();
  const searchField = useRef<HTMLInputElement>(null);
  const values = useMemo(() => readCallFilters(search), [search]);
  const canonical = writeCallFilters(values);
  useEffect(() => callLogPlace.note(paths.calls(canonical)), [canonical]);
  useShortcuts({ "/": () => searchField.current?.focus() });
  return (
    <>
      <div className="grid gap-4 p-4 md:px-6">
        <PageHeader title="Call log">
          <TestCallLink />
        </PageHeader>
        <CallFilterBar
          values={values}
          onChange={(next) => navigate(paths.calls(writeCallFilters(next)))}
          searchField={searchField}
        />
      </div>
      <CallList
        search={canonical}
        zone={formatZone(useNow(3_600_000), account.timeZone)}
        onClear={() => navigate(paths.calls())}
      />
    </>
  );
};

type CallListProps = { search: string; zone: string; onClear: () => void };

const CallList = ({ search, zone, onClear }: CallListProps) => {
  const filters = useMemo(() => toCallsQuery(readCallFilters(search)), [search]);
  const columns = useMemo(() => toCallColumns(zone), [zone]);
  const { query, rows, waiting, setIsAtTop } = useLiveCalls(filters);
  if (query.isError && rows === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (rows?.length === 0) {
    return search === "" ? <NoCallsYet /> : <NoMatchState noun="calls" onClear={onClear} />;
  }
  return (
    <DataTable
      label="Calls"
      columns={columns}
      rows={rows}
      toKey={({ id }) => id}
      toHref={({ id }) => paths.call(id)}
      toName={toCallName}
      renderCard={(call) => <CallCard call={call} />}
      minWidth={1320}
      isStale={query.isPlaceholderData}
      scrollKey={`calls?${search}`}
      onTop={setIsAtTop}
      waiting={waiting === 0 ? null : `${waiting} new call${waiting === 1 ? "" : "s"}`}
      footer={
        rows !== undefined && (
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            count={rows.length}
            noun={rows.length === 1 ? "call" : "calls"}
            onMore={() => void query.fetchNextPage()}
          />
        )
      }
    />
  );
};

const NoCallsYet = () => (
  <EmptyState
    icon={PhoneIcon}
    title="No calls yet"
    text="A call shows up here a moment after it reaches one of your numbers."
  />
);
