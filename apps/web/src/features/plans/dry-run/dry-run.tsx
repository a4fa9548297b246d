import { dryRunCallsMax, type DryRunState, type Plan, type PlanDraft } from "@ccp/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FilePen, History } from "lucide-react";
import { useId, useState, type FormEvent } from "react";
import { Link, useSearchParams } from "wouter";
import { client } from "#api/client.ts";
import { explainFailure, toApiFailure } from "#api/errors.ts";
import { planDraftQuery } from "#api/plan-queries.ts";
import { UnitInput } from "#components/form/unit-input.tsx";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { Label } from "#ui/label.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { DryRunResult } from "./dry-run-result.tsx";

const pollMs = 400;

const toKey = (planId: string, id: string) => ["dry-run", planId, id];

/** Asked again and again until it is over. */
const useDryRun = (planId: string, id: string | null) =>
  useQuery({
    queryKey: toKey(planId, id ?? ""),
    queryFn: () => client.getDryRun({ params: { id: planId, dryRunId: id ?? "" } }),
    enabled: id !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state: { data } }) => (data?.state === "running" ? pollMs : false),
  });

/** How the plan's last calls would have gone by its draft. Which try is shown stands in the address. */
export const DryRun = ({ plan }: { plan: Plan }) => {
  const { data: draft, error, refetch } = useQuery(planDraftQuery(plan.id));
  if (error !== null && draft === undefined)
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (draft === undefined) return <Skeleton className="h-80" />;
  if (draft === null) {
    return (
      <EmptyState
        icon={FilePen}
        title="No draft to try"
        text="Change the rows and save them as a draft; then see here how past calls would have gone by it."
      >
        <Button asChild>
          <Link href={paths.plans.page(plan.id)}>Rows</Link>
        </Button>
      </EmptyState>
    );
  }
  return <DraftTry plan={plan} draft={draft} />;
};

const DraftTry = ({ plan, draft }: { plan: Plan; draft: PlanDraft }) => {
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const id = params.get("run");
  const { data, error } = useDryRun(plan.id, id);
  const begin = useMutation({
    mutationFn: (calls: number) => client.startDryRun({ params: { id: plan.id }, body: { calls } }),
    onSuccess: (begun, calls) => {
      queries.setQueryData(toKey(plan.id, begun.id), begun);
      setParams((before) => {
        before.set("calls", String(calls));
        before.set("run", begun.id);
        return before;
      });
    },
  });
  const isBusy = begin.isPending || data?.state === "running";
  return (
    <div className="grid grid-cols-1 gap-4">
      <Card>
        <CardTitle>Try the draft on past calls</CardTitle>
        <CallsForm
          key={params.get("calls") ?? ""}
          calls={params.get("calls") ?? "1000"}
          isBusy={isBusy}
          onTry={begin.mutate}
        />
        {begin.error !== null && (
          <p role="alert" className="mt-3 font-medium text-bad">
            {explainFailure(begin.error)}
          </p>
        )}
      </Card>
      {error !== null && <GoneNote error={error} />}
      {error === null && data !== undefined && <Outcome dryRun={data} draft={draft} />}
    </div>
  );
};

const GoneNote = ({ error }: { error: Error }) => (
  <p role="alert">
    {toApiFailure(error).code === "not-found"
      ? "What came of this try is not kept any more. Try the draft again."
      : explainFailure(error)}
  </p>
);

type CallsFormProps = { calls: string; isBusy: boolean; onTry: (calls: number) => void };

const CallsForm = ({ calls, isBusy, onTry }: CallsFormProps) => {
  const id = useId();
  const [typed, setTyped] = useState(calls);
  const count = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0;
  const isRight = count >= 1 && count <= dryRunCallsMax;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isRight) onTry(count);
  };
  return (
    <form noValidate className="grid grid-cols-1 gap-3" onSubmit={send}>
      <p className="max-w-160 text-grey-11">
        Each call is decided again by the draft's rows, in the order in which they came. Nobody is dialled,
        and nothing is counted or changed.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <div className="grid gap-1.5">
          <Label htmlFor={id}>How many of the last calls</Label>
          <UnitInput
            id={id}
            unit="calls"
            inputMode="numeric"
            value={typed}
            aria-invalid={!isRight}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" variant="primary" disabled={isBusy || !isRight}>
          {isBusy ? "Trying" : "Try on past calls"}
        </Button>
      </div>
      <p
        id={`${id}-hint`}
        className={isRight ? "text-label text-grey-11" : "text-label font-medium text-bad"}
      >
        1 to {dryRunCallsMax.toLocaleString("en-US")} calls that are over, of all campaigns that go by the
        plan.
      </p>
    </form>
  );
};

const Outcome = ({ dryRun, draft }: { dryRun: DryRunState; draft: PlanDraft }) => {
  const { state, result, draftVersion } = dryRun;
  if (state === "running") return <ProgressCard dryRun={dryRun} />;
  if (state === "failed" || result === null) {
    return (
      <p role="alert" className="font-medium text-bad">
        The draft could not be tried. Try again; if it fails again, the server's log says why.
      </p>
    );
  }
  if (result.calls === 0) {
    return (
      <EmptyState
        icon={History}
        title="No past calls"
        text="No call that is over has come to a campaign that goes by this plan."
      />
    );
  }
  return (
    <>
      {draftVersion !== draft.version && (
        <p role="status" className="rounded-card border border-warn bg-warn-soft px-3 py-2">
          The draft has been changed since it was tried. Try it again to see what it comes to now.
        </p>
      )}
      <DryRunResult result={result} />
    </>
  );
};

const ProgressCard = ({ dryRun: { done, total } }: { dryRun: DryRunState }) => {
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <Card>
      <p>Reading the calls and deciding them again: {percent} %</p>
      <div
        role="progressbar"
        aria-label="Calls decided again"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="mt-2 h-2 overflow-hidden rounded-full bg-grey-4"
      >
        <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </Card>
  );
};
