import type { OwnerUsage } from "@ccp/contract";
import type { Control, FieldValues } from "react-hook-form";
import { NumberField } from "#components/form/number-field.tsx";
import type { CapsControl } from "./caps-control.ts";

type SharedCallsFieldProps<Values extends FieldValues & { concurrencyMax: string }, Body> = {
  control: Control<Values, unknown, Body>;
  hint: string;
  usage: OwnerUsage | undefined;
};

/** Calls at once that several targets share, with how many there are now. */
export const SharedCallsField = <Values extends FieldValues & { concurrencyMax: string }, Body>({
  control,
  hint,
  usage,
}: SharedCallsFieldProps<Values, Body>) => (
  <>
    <NumberField
      control={control as unknown as CapsControl}
      name="concurrencyMax"
      label="Calls at once"
      unit="calls"
      placeholder="No limit"
      hint={hint}
    />
    <p className="min-h-[1lh] text-label text-grey-11 tabular-nums">
      {typeof usage?.inUse === "number" && `${usage.inUse} in progress now`}
    </p>
  </>
);

/** "3 at once" of what is typed. */
export const toAtOnceText = (typed: string): string =>
  typed.trim() === "" ? "Any number of calls at once" : `${typed} at once`;
