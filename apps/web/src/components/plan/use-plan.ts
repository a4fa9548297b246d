import type { Plan, PlanRows, PlanRowShown } from "@ccp/contract";
import type { Strategy } from "@ccp/engine";
import { useEffect, useRef, useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { listChangedKeys } from "#components/form/changes.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toast } from "#lib/toast.ts";
import { keepUsed, planForm, toPlanValues, toRowOf, type PlanBody } from "./plan-form.ts";
import type { PlanRow, RowOf } from "./plan.ts";

type PlanOptions = { plan: Pick<Plan, "id" | "name">; rows: PlanRows };

const toName = ({ kind, id }: RowOf): string => `${kind} ${id}`;

/** What each version held: what is not changed is sent as it was. */
const useSeen = (rows: PlanRows) => {
  const seen = useRef(new Map([[rows.version, rows]]));
  const note = (known: PlanRows): PlanRows => {
    seen.current.set(known.version, known);
    return known;
  };
  useEffect(() => void seen.current.set(rows.version, rows), [rows]);
  const find = (version: number): PlanBody => planForm.parse(toPlanValues(seen.current.get(version) ?? rows));
  return { note, find };
};

/** The plan as it is being edited: saved as a whole, as a new version, or not at all. */
export const usePlan = ({ plan, rows }: PlanOptions) => {
  const renew = useRenew();
  const params = { id: plan.id };
  const seen = useSeen(rows);
  const [added, setAdded] = useState<readonly PlanRowShown[]>([]);
  const [reason, setReason] = useState("");
  const save = async (patch: Partial<PlanBody> & { version: number }): Promise<PlanRows> => {
    const { items, strategies } = { ...seen.find(patch.version), ...patch };
    const body = { version: patch.version, note: reason, items, strategies: keepUsed(strategies, items) };
    return seen.note(await client.putPlanRows({ params, body }));
  };
  const record = useEditForm({
    schema: planForm,
    noun: rows,
    toValues: toPlanValues,
    update: save,
    reload: async () => seen.note(await client.getPlanRows({ params })),
    onSaved: () => {
      toast.success(`Saved ${plan.name}`);
      setReason("");
      void renew();
    },
  });
  const { control, setValue } = record.form;
  const { items, strategies } = useWatch({ control });
  const { errors, isSubmitted } = useFormState({ control });
  const options = { shouldDirty: true, shouldValidate: isSubmitted };
  const known = new Map([...added, ...rows.items].map((shown) => [toName(toRowOf(shown)), shown]));
  return {
    record,
    /** Whether there is anything to save. */
    isChanged: listChangedKeys(record.base, { items, strategies }).length > 0,
    reason,
    setReason,
    rows: items as readonly PlanRow[],
    strategies: strategies as Readonly<Record<string, Strategy>>,
    faults: errors.items,
    /** What is known of whom a row is for, beside its place in the plan. */
    find: (of: RowOf): PlanRowShown | undefined => known.get(toName(of)),
    change: (next: readonly PlanRow[]): void => setValue("items", [...next], options),
    changeStrategy: (priority: string, strategy: Strategy): void =>
      setValue("strategies", { ...(strategies as Record<string, Strategy>), [priority]: strategy }, options),
    learn: (shown: PlanRowShown): void => setAdded((others) => [...others, shown]),
  };
};

export type EditedPlan = ReturnType<typeof usePlan>;
