import { get, useFormState, type FieldValues } from "react-hook-form";
import { RuleBuilder } from "#components/rule-builder/rule-builder.tsx";
import { TrialLine } from "#components/rule-builder/trial-line.tsx";
import { useFilterTrial } from "#components/rule-builder/use-filter-trial.ts";
import type { TypedFilter } from "#lib/typed-filter.ts";
import { useField, type FieldProps } from "./field.tsx";

type FilterFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, TypedFilter> & {
  /** On whose clock its times are; null: the account's. */
  timeZone: string | null;
};

/** The first message of a fault and all that lie inside it. */
const findMessage = (fault: unknown): string | undefined => {
  if (typeof fault !== "object" || fault === null) return undefined;
  if ("message" in fault && typeof fault.message === "string") return fault.message;
  for (const [key, inside] of Object.entries(fault)) {
    const found = key === "ref" ? undefined : findMessage(inside);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Which calls are taken, as rules, with how they would have done on the last calls; named where it has a hint. */
export const FilterField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  timeZone,
}: FilterFieldProps<Values, Body>) => {
  const { value, onChange } = useField<Values, Body, TypedFilter>({ control, name });
  const { errors } = useFormState({ control });
  const trial = useFilterTrial(value, timeZone);
  return (
    <div data-field={name} role="group" aria-label={label} className="grid min-w-0 grid-cols-1 gap-3">
      {hint !== undefined && (
        <div>
          <p className="text-label font-medium">{label}</p>
          <p className="text-label text-grey-11">{hint}</p>
        </div>
      )}
      <RuleBuilder
        filter={value}
        toFault={(path) => findMessage(get(errors, `${name}.${path}`))}
        trial={trial}
        onChange={onChange}
      />
      <TrialLine typed={value} trial={trial} />
    </div>
  );
};
