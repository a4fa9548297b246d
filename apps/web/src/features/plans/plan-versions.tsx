import type { Plan, PlanDraft, PlanVersion } from "@ccp/contract";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { client } from "#api/client.ts";
import { planDraftQuery, planVersionsQuery } from "#api/plan-queries.ts";
import { useMay } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { LoadMore } from "#components/load-more.tsx";
import { ErrorState } from "#components/states.tsx";
import { Age } from "#components/time.tsx";
import { toast } from "#lib/toast.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { VersionRows } from "./version-rows.tsx";

/** How the plan's rows have been, by whom and why, and the way back to each. */
export const PlanVersions = ({ plan }: { plan: Plan }) => {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    planVersionsQuery(plan.id),
  );
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-24" />;
  const versions = data.pages.flatMap(({ items }) => items);
  return (
    <>
      <ol aria-label="Versions" className="max-w-240 divide-y divide-grey-6">
        {versions.map((version) => (
          <VersionEntry key={version.number} plan={plan} version={version} />
        ))}
      </ol>
      <div className="-mx-4 md:-mx-6">
        <LoadMore
          hasMore={hasNextPage}
          isLoading={isFetchingNextPage}
          count={versions.length}
          noun={versions.length === 1 ? "version" : "versions"}
          onMore={() => void fetchNextPage()}
        />
      </div>
    </>
  );
};

const toActor = ({ kind, name }: PlanVersion["actor"]): string => {
  if (kind === "system") return "CallCenter Pro";
  return name ?? (kind === "api-key" ? "A former API key" : "A former user");
};

type VersionEntryProps = { plan: Plan; version: PlanVersion };

const VersionEntry = ({ plan, version }: VersionEntryProps) => {
  const { number, at, actor, note, rowCount } = version;
  const [isOpen, setIsOpen] = useState(false);
  const mayWrite = useMay("write");
  const isPresent = number === plan.versionNumber;
  return (
    <li className="grid gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium tabular-nums">Version {number}</span>
        <span className="text-grey-11">
          {toActor(actor)}, <Age at={Date.parse(at)} />
        </span>
        {isPresent && <span className="text-label font-medium">How it is now</span>}
        <span className="ml-auto flex items-center gap-2">
          <Button variant="ghost" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? "Hide rows" : `Show ${rowCount} ${rowCount === 1 ? "row" : "rows"}`}
          </Button>
          {mayWrite && !isPresent && <RestoreButton plan={plan} version={version} />}
        </span>
      </div>
      {note !== "" && <p className="break-words text-grey-11">{note}</p>}
      {isOpen && <VersionRows planId={plan.id} number={number} />}
    </li>
  );
};

const toRestoreText = (rowCount: number, draft: PlanDraft | null): string => {
  const rows = `The ${rowCount} ${rowCount === 1 ? "row" : "rows"} of then become a draft; calls go by it once it is published.`;
  return draft === null ? rows : `${rows} The draft that there is now is lost.`;
};

const RestoreButton = ({ plan, version: { number, rowCount } }: VersionEntryProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const [, navigate] = useLocation();
  const renew = useRenew();
  const { data: draft } = useQuery({ ...planDraftQuery(plan.id), enabled: isAsking });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      client.restorePlanVersion({
        params: { id: plan.id, number },
        body: { ...(draft !== undefined && { version: draft?.version ?? null }) },
      }),
    onSuccess: async () => {
      toast.success(`The draft of ${plan.name} is as in version ${number}`);
      setIsAsking(false);
      await renew();
      navigate(paths.plans.page(plan.id));
    },
  });
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Restore</Button>
      {isAsking && (
        <ConfirmDialog
          title={`Restore version ${number}?`}
          text={toRestoreText(rowCount, draft ?? null)}
          action={{ text: "Make a draft", busy: "Making a draft", isHarmless: !draft }}
          isPending={isPending}
          error={error}
          onConfirm={() => mutate()}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
};
