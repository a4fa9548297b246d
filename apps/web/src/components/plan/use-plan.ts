import type { Plan, PlanDraft, PlanRows, PlanRowShown } from "@ccp/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { client } from "#api/client.ts";
import { planDraftQuery } from "#api/plan-queries.ts";
import { useRenew } from "#api/use-renew.ts";
import { listChangedKeys } from "#components/form/changes.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toast } from "#lib/toast.ts";
import { keepUsed, planForm, toPlanValues, toRowOf, type PlanBody, type TypedLevel } from "./plan-form.ts";
import type { PlanRow, RowOf } from "./plan.ts";

type PlanOptions = {
  plan: Pick<Plan, "id" | "name">;
  /** As calls go by them. */
  rows: PlanRows;
  /** As they are to be; null where nobody has begun to change them. */
  draft: PlanDraft | null;
};

/** What is edited, and which draft it was. */
type Edited = Pick<PlanRows, "items" | "strategies"> & { draftVersion: number | null };

const toName = ({ kind, id }: RowOf): string => `${kind} ${id}`;

const toEdited = ({ rows, draft }: Pick<PlanOptions, "rows" | "draft">): Edited => {
  const { items, strategies } = draft ?? rows;
  return { items, strategies, draftVersion: draft?.version ?? null };
};

/** Numbers what was seen, since a draft that was discarded begins anew: what is not changed is sent as it was. */
const useSeen = () => {
  const seen = useRef<(Edited & { text: string })[]>([]);
  const note = (edited: Edited) => {
    const text = JSON.stringify(edited);
    if (seen.current.at(-1)?.text !== text) seen.current.push({ ...edited, text });
    return { ...edited, version: seen.current.length };
  };
  const find = (version: number): Edited | undefined => seen.current[version - 1];
  return { note, find };
};

/** The plan as it is being edited: its draft is saved as a whole, or not at all. */
export const usePlan = ({ plan, ...options }: PlanOptions) => {
  const renew = useRenew();
  const queries = useQueryClient();
  const params = { id: plan.id };
  const seen = useSeen();
  const noun = seen.note(toEdited(options));
  const [added, setAdded] = useState<readonly PlanRowShown[]>([]);
  const save = async (patch: Partial<PlanBody> & { version: number }) => {
    const before = seen.find(patch.version) ?? noun;
    const { items, strategies } = { ...planForm.parse(toPlanValues(before)), ...patch };
    const body = { version: before.draftVersion, items, strategies: keepUsed(strategies, items) };
    const draft = await client.putPlanDraft({ params, body });
    queries.setQueryData(planDraftQuery(plan.id).queryKey, draft);
    return seen.note(toEdited({ ...options, draft }));
  };
  const reload = async () => {
    const rows = await client.getPlanRows({ params });
    return seen.note(toEdited({ rows, ...(await client.getPlanDraft({ params })) }));
  };
  const record = useEditForm({
    schema: planForm,
    noun,
    toValues: toPlanValues,
    update: save,
    reload,
    onSaved: () => {
      toast.success(`Saved the draft of ${plan.name}`);
      void renew();
    },
  });
  const { control, setValue } = record.form;
  const { items, strategies } = useWatch({ control });
  const { errors, isSubmitted } = useFormState({ control });
  const setOptions = { shouldDirty: true, shouldValidate: isSubmitted };
  const known = new Map([...added, ...noun.items].map((shown) => [toName(toRowOf(shown)), shown]));
  return {
    record,
    /** Whether there is anything to save. */
    isChanged: listChangedKeys(record.base, { items, strategies }).length > 0,
    rows: items as readonly PlanRow[],
    strategies: strategies as Readonly<Record<string, TypedLevel>>,
    faults: errors.items,
    levelFaults: errors.strategies,
    /** What is known of whom a row is for, beside its place in the plan. */
    find: (of: RowOf): PlanRowShown | undefined => known.get(toName(of)),
    change: (next: readonly PlanRow[]): void => setValue("items", [...next], setOptions),
    changeLevel: (priority: string, level: TypedLevel): void =>
      setValue(
        "strategies",
        { ...(strategies as Record<string, TypedLevel>), [priority]: level },
        setOptions,
      ),
    learn: (shown: PlanRowShown): void => setAdded((others) => [...others, shown]),
  };
};

export type EditedPlan = ReturnType<typeof usePlan>;
