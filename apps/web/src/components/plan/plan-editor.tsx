import type { Plan, PlanDraft, PlanRows as Rows, PlanRowShown } from "@ccp/contract";
import { useState, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { planDraftQuery, planRowsQuery } from "#api/plan-queries.ts";
import { useMay } from "#api/session.ts";
import { FormBody } from "#components/form/form-body.tsx";
import { SaveBar } from "#components/form/save-bar.tsx";
import { ErrorState } from "#components/states.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { AddListed } from "./add-listed.tsx";
import { DraftBar } from "./draft-bar.tsx";
import { fetchAgentGroupRow, fetchAgentRow, fetchGroupRow, fetchTargetRow } from "./fetch-listed.ts";
import { toRowOf } from "./plan-form.ts";
import { PlanRows } from "./plan-rows.tsx";
import { addRow } from "./plan.ts";
import { usePlan, type EditedPlan } from "./use-plan.ts";
import type { CallsBy } from "./use-plan-room.ts";

type PlanEditorProps = {
  plan: Pick<Plan, "id" | "name">;
  /** Whose calls are meant where rows are told how they stand; those of any campaign where it is left out. */
  campaignId?: string;
  /** What follows the rows. */
  children?: ReactNode;
};

/** The rows of a plan: who takes its calls, and in which order they are tried. */
export const PlanEditor = ({ plan, campaignId, children }: PlanEditorProps) => {
  const rows = useQuery(planRowsQuery(plan.id));
  const draft = useQuery(planDraftQuery(plan.id));
  const [gone, setGone] = useState(0);
  if (rows.data !== undefined && draft.data !== undefined) {
    // Another plan is another form, and so is one whose draft is gone.
    return (
      <LoadedEditor
        key={`${plan.id} ${gone}`}
        plan={plan}
        by={{ planId: plan.id, ...(campaignId !== undefined && { campaignId }) }}
        rows={rows.data}
        draft={draft.data}
        onGone={() => setGone(gone + 1)}
      >
        {children}
      </LoadedEditor>
    );
  }
  const failed = [rows, draft].find(({ error }) => error !== null);
  if (failed === undefined) return <PlanSkeleton />;
  return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
};

type LoadedEditorProps = Omit<PlanEditorProps, "campaignId"> & {
  by: CallsBy;
  rows: Rows;
  draft: PlanDraft | null;
  onGone: () => void;
};

const LoadedEditor = ({ plan, by, rows, draft, onGone, children }: LoadedEditorProps) => {
  const mayWrite = useMay("write");
  const edited = usePlan({ plan, rows, draft });
  return (
    <FormBody record={edited.record} label="Routing" className="grid max-w-320 grid-cols-1 gap-4">
      <p className="max-w-180 text-grey-11">
        A call goes to the lowest priority number that has somebody open. Within a priority its strategy picks
        who takes the call. Moving a row gives it the priority of its new place.
      </p>
      {draft !== null && (
        <DraftBar plan={plan} rows={rows} draft={draft} isChanged={edited.isChanged} onGone={onGone} />
      )}
      <fieldset disabled={!mayWrite} data-field="items" className="grid min-w-0 grid-cols-1 gap-4">
        <PlanRows plan={edited} by={by} />
        {mayWrite && <AddRows plan={edited} />}
      </fieldset>
      {children}
      {mayWrite && (
        <div className="sticky bottom-0 z-10 -mx-4 border-t border-grey-6 bg-grey-1 px-4 py-3">
          <SaveBar record={edited.record} saveText="Save the draft" />
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
      <AddListed
        noun="agentId"
        word="agent"
        hint="A person of the account: nobody owes anything for the calls."
        isListed={() => false}
        fetch={fetchAgentRow}
        onAdd={add}
      />
      <AddListed
        noun="agentGroupId"
        word="agent group"
        hint="Of its available members the longest idle takes the call."
        isListed={() => false}
        fetch={fetchAgentGroupRow}
        onAdd={add}
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
