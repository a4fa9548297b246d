import type { FieldValues } from "react-hook-form";
import { useRecordForm, type FormSchema, type RecordForm } from "./use-record-form.ts";

type CreateFormOptions<Values, Body, Made> = {
  schema: FormSchema<Values, Body>;
  /** What the form starts with: the contract's defaults, or what a clone brings along. */
  values: Values;
  create: (body: Body) => Promise<Made>;
  onCreated: (made: Made) => void;
};

/** A form that makes something new. */
export const useCreateForm = <Values extends FieldValues, Body, Made>({
  schema,
  values,
  create,
  onCreated,
}: CreateFormOptions<Values, Body, Made>): RecordForm<Values, Body> => {
  const { rebase, ...record } = useRecordForm({
    schema,
    values,
    save: async (body: Body, typed: Values) => {
      const made = await create(body);
      rebase(typed);
      onCreated(made);
    },
  });
  return { ...record, isNew: true, conflict: null };
};
