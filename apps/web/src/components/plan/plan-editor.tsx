import type { Plan, PlanRows as Rows, PlanRowShown } from "@ccp/contract";
import { useId, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { planRowsQuery } from "#api/plan-queries.ts";
import { useMay } from "#api/session.ts";
import { FormBody } from "#components/form/form-body.tsx";
import { SaveBar } from "#components/form/save-bar.tsx";
import { ErrorState } from "#components/states.tsx";
import { Input } from "#ui/input.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { AddListed } from "./add-listed.tsx";
import { fetchGroupRow, fetchTargetRow } from "./fetch-listed.ts";
import { toRowOf } from "./plan-form.ts";
import { PlanRows } from "./plan-rows.tsx";
import { addRow } from "./plan.ts";
import { usePlan, type EditedPlan } from "./use-plan.ts";

type PlanEditorProps = {
  plan: Pick<Plan, "id" | "name">;
  /** What follows the rows. */
  children?: ReactNode;
};

/** The rows of a plan: who takes its calls, and in which order they are tried. */
export const PlanEditor = ({ plan, children }: PlanEditorProps) => {
  const { data, error, refetch } = useQuery(planRowsQuery(plan.id));
  if (data !== undefined) {
    // Another plan is another form.
    return (
      <LoadedEditor key={plan.id} plan={plan} rows={data}>
        {children}
      </LoadedEditor>
    );
  }
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <PlanSkeleton />;
};

const LoadedEditor = ({ plan, rows, children }: PlanEditorProps & { rows: Rows }) => {
  const mayWrite = useMay("write");
  const edited = usePlan({ plan, rows });
  return (
    <FormBody record={edited.record} label="Routing" className="grid max-w-320 grid-cols-1 gap-4">
      <p className="max-w-180 text-grey-11">
        A call goes to the lowest priority number that has somebody open. Within a priority its strategy picks
        who takes the call. Moving a row gives it the priority of its new place.
      </p>
      <fieldset disabled={!mayWrite} data-field="items" className="grid min-w-0 grid-cols-1 gap-4">
        <PlanRows plan={edited} />
        {mayWrite && <AddRows plan={edited} />}
      </fieldset>
      {children}
      {mayWrite && (
        <div className="sticky bottom-0 z-10 -mx-4 grid gap-2 border-t border-grey-6 bg-grey-1 px-4 py-3">
          <ReasonInput plan={edited} />
          <SaveBar record={edited.record} saveText="Save" />
        </div>
      )}
    </FormBody>
  );
};

const AddRows = ({ plan }: { plan: EditedPlan }) => {
  const { rows, change, learn } = plan;
  const add = (shown: PlanRowShown): void => {
    learn(shown);
    change(addRow(rows, toRowOf(shown)));
  };
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <AddListed
        noun="targetId"
        word="target"
        hint="It is tried after the others; give it the priority of another one to share its calls."
        isListed={() => false}
        fetch={fetchTargetRow}
        onAdd={add}
      />
      <AddListed
        noun="groupId"
        word="group"
        hint="Its members stand together in one row."
        isListed={() => false}
        fetch={fetchGroupRow}
        onAdd={add}
      />
    </div>
  );
};

/** Why the rows are changed, for whoever reads the plan's versions. */
const ReasonInput = ({ plan: { isChanged, reason, setReason } }: { plan: EditedPlan }) => {
  const id = useId();
  if (!isChanged) return null;
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="shrink-0 text-label font-medium">
        Note
      </label>
      <Input
        id={id}
        autoComplete="off"
        maxLength={300}
        placeholder="Why, for the plan's versions; may stay empty"
        className="max-w-120"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </div>
  );
};

const PlanSkeleton = () => (
  <div aria-busy className="grid max-w-320 gap-3">
    <Skeleton className="w-2/3" />
    {[0, 1, 2].map((row) => (
      <Skeleton key={row} className="h-12" />
    ))}
  </div>
);
