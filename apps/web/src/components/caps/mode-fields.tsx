import { useWatch } from "react-hook-form";
import { RadioField } from "#components/form/radio-field.tsx";
import type { CapsControl } from "./caps-control.ts";

type ModeFieldProps = {
  control: CapsControl;
  /** The row whose caps have the mode. */
  row: string;
  name: string;
  label: string;
  strict: string;
  atConversion: string;
};

const ModeField = ({ control, row, name, label, strict, atConversion }: ModeFieldProps) => {
  const cells: unknown = useWatch({ control, name: row });
  const isEmpty = Object.values(cells ?? {}).every((cell) => typeof cell !== "string" || cell.trim() === "");
  if (isEmpty) return null;
  return (
    <RadioField
      control={control}
      name={name}
      label={label}
      options={[
        { value: "strict", label: "When it is dialled", hint: strict },
        { value: "at-conversion", label: "When it converts", hint: atConversion },
      ]}
    />
  );
};

/** When a call takes its place under caps on what comes of it; shown where there are such caps. */
export const ModeFields = ({ control }: { control: CapsControl }) => (
  <>
    <ModeField
      control={control}
      row="caps.limits.converted"
      name="caps.mode"
      label="A cap on converted calls takes a call's place"
      strict="Never exceeded: a call in progress holds a place, and gives it back when it does not convert."
      atConversion="May be exceeded by as many calls as are in progress when the last place is taken."
    />
    <ModeField
      control={control}
      row="caps.sums.revenue"
      name="caps.revenueMode"
      label="A cap on revenue takes a call's amount"
      strict="Never exceeded: a call in progress holds the most that it can come to. Not where a buyer reports what a call is worth."
      atConversion="May be exceeded by what the calls in progress come to; the cap then says by how much."
    />
  </>
);
