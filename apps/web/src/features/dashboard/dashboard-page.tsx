import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { CallSummary, Dashboard } from "@ccp/contract";
import { checklistQuery, dashboardQuery, lastCallsQuery } from "#api/dashboard-queries.ts";
import { OnDemandFilters } from "#components/filters/on-demand-filters.tsx";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ErrorState } from "#components/states.tsx";
import { AsOf } from "./as-of.tsx";
import { ChecklistCard } from "./checklist-card.tsx";
import { DashboardFigures } from "./dashboard-figures.tsx";
import { DashboardSkeleton } from "./dashboard-skeleton.tsx";
import { EmptyDashboard } from "./empty-dashboard.tsx";
import { useChecklist } from "./use-checklist.ts";
import { dashboardFields, useFilters } from "./use-filters.ts";
import { useLiveDashboard } from "./use-live-dashboard.ts";

const hasNoCalls = (
  { today, yesterday, live }: Dashboard,
  lastCalls: readonly CallSummary[] | undefined,
): boolean =>
  today.calls.value + yesterday.calls.value + live.value === 0 &&
  lastCalls !== undefined &&
  lastCalls.length === 0;

/** Today's calls and money, live, and what needs somebody's hand. */
export const DashboardPage = () => {
  const { values, query, change } = useFilters();
  const figures = useQuery(dashboardQuery(query));
  const last = useQuery(lastCallsQuery(query));
  const lastCalls = last.data?.items;
  // Only when all of it is known can it be laid out once and for all.
  const isWaiting = [figures, last, useQuery(checklistQuery)].some(({ isPending }) => isPending);
  useLiveDashboard();
  const { data } = figures;
  const isFiltered = Object.keys(values).length > 0;
  const isEmpty = data !== undefined && !isFiltered && hasNoCalls(data, lastCalls);
  return (
    <PageBody>
      <div className="mb-4 grid gap-3">
        <PageHeader title="Dashboard">{data !== undefined && !isEmpty && <AsOf at={data.at} />}</PageHeader>
        {!isEmpty && <OnDemandFilters fields={dashboardFields} values={values} onChange={change} />}
      </div>
      {isWaiting ? (
        <DashboardSkeleton />
      ) : (
        <div className="grid grid-cols-1 gap-4">
          <Checklist isOnly={isEmpty} />
          {isEmpty ? (
            <EmptyDashboard attention={data.attention} />
          ) : (
            <Figures figures={figures} lastCalls={lastCalls} filters={query} />
          )}
        </div>
      )}
    </PageBody>
  );
};

/** With nothing else on the page it cannot be put away. */
const Checklist = ({ isOnly }: { isOnly: boolean }) => {
  const { checklist, hide } = useChecklist();
  return checklist && <ChecklistCard checklist={checklist} onHide={isOnly ? undefined : hide} />;
};

type FiguresProps = {
  figures: UseQueryResult<Dashboard>;
  lastCalls: readonly CallSummary[] | undefined;
  filters: Record<string, string>;
};

const Figures = ({ figures: { data, error, refetch, isPlaceholderData }, ...rest }: FiguresProps) => {
  if (data !== undefined) return <DashboardFigures dashboard={data} isStale={isPlaceholderData} {...rest} />;
  return <ErrorState error={error} onRetry={() => void refetch()} />;
};
