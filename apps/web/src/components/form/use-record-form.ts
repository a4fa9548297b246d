import { zodResolver } from "@hookform/resolvers/zod";
import { useRef, useState } from "react";
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { toFieldMessage } from "#lib/form-messages.ts";
import { useLeaveGuard, type LeaveGuard } from "#lib/leave-guard.ts";
import { listChangedKeys, type Clash } from "./changes.ts";
import { showFormFailure } from "./show-form-failure.ts";

/** Values as they are typed on the one side, the contract's body on the other. */
export type FormSchema<Values, Body> = z.ZodType<Body, Values>;

/** Two people changed the same thing; `choose` gets the keys that keep this side's value, and saves again. */
export type Conflict = { clashes: Clash[]; choose: (mine: readonly string[]) => void; dismiss: () => void };

/** What a form sheet and a page form work on. */
export type RecordForm<Values extends FieldValues, Body> = {
  form: UseFormReturn<Values, unknown, Body>;
  /** What was there when the form was opened or last saved. */
  base: Values;
  /** The form on the screen, and what tells of it. */
  element: HTMLFormElement | null;
  setElement: (element: HTMLFormElement | null) => void;
  guard: LeaveGuard;
  isNew: boolean;
  submit: () => Promise<void>;
  discard: () => void;
  conflict: Conflict | null;
};

type RecordFormOptions<Values, Body> = {
  schema: FormSchema<Values, Body>;
  values: Values;
  save: (body: Body, values: Values) => Promise<void>;
};

/** A form that knows what changed since it was opened, keeps it on failure and does not let it be lost. */
export const useRecordForm = <Values extends FieldValues, Body>({
  schema,
  values,
  save,
}: RecordFormOptions<Values, Body>) => {
  const [base, setBase] = useState(values);
  const latest = useRef(values);
  const [element, setElement] = useState<HTMLFormElement | null>(null);
  const form = useForm<Values, unknown, Body>({
    resolver: zodResolver<Values, unknown, Body>(schema, { error: toFieldMessage }),
    defaultValues: values as DefaultValues<Values>,
    shouldFocusError: false,
  });
  const isDirty = (): boolean => listChangedKeys(latest.current, form.getValues()).length > 0;
  const guard = useLeaveGuard(isDirty);
  const rebase = (next: Values): void => {
    latest.current = next;
    setBase(next);
    form.reset(next);
  };
  const saveOrTell = async (body: Body): Promise<void> => {
    try {
      await save(body, form.getValues());
    } catch (error) {
      showFormFailure(error, form, element);
    }
  };
  return {
    form,
    base,
    readBase: () => latest.current,
    element,
    setElement,
    guard,
    isDirty,
    rebase,
    submit: () => form.handleSubmit(saveOrTell)(),
    discard: () => rebase(latest.current),
  };
};
