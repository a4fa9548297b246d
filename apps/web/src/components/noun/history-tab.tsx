import type { AuditEntry } from "@ccp/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { client } from "#api/client.ts";
import { LoadMore } from "#components/load-more.tsx";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { Age } from "#components/time.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { AuditChanges } from "./audit-changes.tsx";

type HistoryTabProps = { noun: string; nounId: string | number };

const useHistory = (noun: string, nounId: string) =>
  useInfiniteQuery({
    queryKey: ["audit", { noun, nounId }],
    queryFn: ({ pageParam }) =>
      client.listAudit({ query: { noun, nounId, ...(pageParam !== null && { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Who changed this, when, and every field before and after. */
export const HistoryTab = ({ noun, nounId }: HistoryTabProps) => {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistory(
    noun,
    String(nounId),
  );
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <HistorySkeleton />;
  const entries = data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) {
    return <EmptyState icon={History} title="Nothing has been changed yet" />;
  }
  return (
    <>
      <ol className="divide-y divide-grey-6">
        {entries.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      <div className="-mx-4 md:-mx-6">
        <LoadMore
          hasMore={hasNextPage}
          isLoading={isFetchingNextPage}
          count={entries.length}
          noun={entries.length === 1 ? "change" : "changes"}
          onMore={() => void fetchNextPage()}
        />
      </div>
    </>
  );
};

const actions: Record<string, string> = {
  create: "created it",
  update: "changed it",
  archive: "archived it",
  remove: "removed it",
  clone: "cloned it",
  "put-targets": "changed its targets",
  "put-payouts": "changed the terms of its publishers",
  "put-rows": "changed its rows",
  "restore-version": "made a draft of a former version",
  "save-draft": "saved a draft of its rows",
  "discard-draft": "discarded the draft of its rows",
  publish: "published its draft",
  "put-members": "changed its members",
  "set-status": "set its status",
};

const toActor = ({ kind, name }: AuditEntry["actor"]): string => {
  if (kind === "system") return "CallCenter Pro";
  return kind === "api-key" ? `API key ${name ?? "(removed)"}` : (name ?? "A former user");
};

const HistoryEntry = ({ entry: { at, actor, action, before, after } }: { entry: AuditEntry }) => (
  <li className="grid gap-2 py-3">
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span>
        <span className="font-medium">{toActor(actor)}</span>{" "}
        {actions[action] ?? `did: ${action.replaceAll("-", " ")}`}
      </span>
      <Age at={Date.parse(at)} className="text-label text-grey-11" />
    </p>
    <AuditChanges before={before} after={after} />
  </li>
);

const HistorySkeleton = () => (
  <div className="divide-y divide-grey-6">
    {[0, 1, 2].map((row) => (
      <div key={row} className="grid gap-2 py-4">
        <Skeleton className="w-1/3" />
        <Skeleton className="w-1/2" />
      </div>
    ))}
  </div>
);
