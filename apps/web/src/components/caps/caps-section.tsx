import { toCapsText, type OwnerUsage } from "@ccp/contract";
import type { Cap } from "@ccp/engine";
import type { ReactNode } from "react";
import { useFormState, type Control, type FieldPath, type FieldValues } from "react-hook-form";
import { useSession } from "#api/session.ts";
import { FormSection } from "#components/form/form-section.tsx";
import { formatMoney } from "#lib/format-money.ts";
import { typedCaps, typedPayoutCaps } from "#lib/typed-caps.ts";
import type { CapsControl } from "./caps-control.ts";
import { CapsTable } from "./caps-table.tsx";
import { ModeFields } from "./mode-fields.tsx";
import { ResetCounts, type ResetRequest } from "./reset-counts.tsx";

/** Caps as they are typed, of either kind, whether they can be read or not. */
export const readTypedCaps = (value: unknown): Cap[] | undefined => {
  const ofCalls = typedCaps.safeParse(value);
  return ofCalls.success ? ofCalls.data : typedPayoutCaps.safeParse(value).data;
};

type CapsSectionProps<Values extends FieldValues, Body> = {
  control: Control<Values, unknown, Body>;
  title: string;
  /** What is counted here. */
  on: readonly Cap["on"][];
  /** Whose caps they are and when they begin anew. */
  note: string;
  usage: Pick<OwnerUsage, "caps"> | undefined;
  /** Null for what is yet to be made. */
  reset: { ofWhat: string; send: ResetRequest } | null;
  /** Fields that stand above the caps, by their names, with what they say when the section is closed. */
  beside?: { names: readonly string[]; summary: (values: Values) => string; fields: ReactNode };
  isOpenAtFirst?: boolean;
};

/** How much of something is taken in each period, in any form that holds it as `caps`. */
export const CapsSection = <Values extends FieldValues, Body>(props: CapsSectionProps<Values, Body>) => {
  const { title, on, note, usage, reset, beside, isOpenAtFirst = false } = props;
  // Whatever else the form holds, these fields are in it.
  const control = props.control as unknown as CapsControl;
  const { currency } = useSession().account;
  const { defaultValues } = useFormState({ control });
  const saved = readTypedCaps(defaultValues?.["caps"]) ?? [];
  const toSummary = (values: Values): string => {
    const read = readTypedCaps(values["caps"]);
    const text = read && toCapsText(read, (micros) => formatMoney(micros, currency));
    const above = beside?.summary(values);
    if (above === undefined) return text ?? "";
    return [above, ...(text === undefined ? [] : [text.replace("No caps", "no caps")])].join(", ");
  };
  return (
    <FormSection
      control={props.control}
      title={title}
      names={["caps", ...(beside?.names ?? [])] as FieldPath<Values>[]}
      summary={toSummary}
      isOpenAtFirst={isOpenAtFirst}
    >
      {beside?.fields}
      <CapsTable control={control} on={on} usage={usage?.caps ?? []} />
      <p className="text-label text-grey-11">
        {note} Empty: no cap. A cap counts from when it is first saved.
      </p>
      <ModeFields control={control} />
      {reset !== null && saved.length > 0 && <ResetCounts ofWhat={reset.ofWhat} send={reset.send} />}
    </FormSection>
  );
};
