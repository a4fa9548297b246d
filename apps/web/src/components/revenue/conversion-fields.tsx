import { useWatch } from "react-hook-form";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import type { RevenueControl } from "./revenue-control.ts";

const conditions = [
  { value: "dialled", label: "Is dialled", hint: "Nobody else is dialled then, even if nobody answers." },
  { value: "connected", label: "Is connected" },
  { value: "length", label: "Has lasted for some time", hint: "And the two are still connected then." },
  {
    value: "webhook",
    label: "Is reported by the buyer's system",
    hint: "It sends the id of a connected call to /api/v1/conversions with an API key, and perhaps an amount.",
  },
];

const beginnings = [
  { value: "connection", label: "The connection" },
  { value: "dial", label: "The dial" },
  { value: "incoming", label: "The call's arrival" },
];

/** What makes the buyer owe the revenue. */
export const ConversionFields = ({ control }: { control: RevenueControl }) => {
  const kind = useWatch({ control, name: "revenue.conversion.kind" });
  return (
    <>
      <RadioField
        control={control}
        name="revenue.conversion.kind"
        label="A call converts when it"
        options={conditions}
      />
      {kind === "length" && (
        <>
          <NumberField
            control={control}
            name="revenue.conversion.seconds"
            label="Revenue after"
            unit="seconds"
          />
          <SelectField
            control={control}
            name="revenue.conversion.from"
            label="Counted from"
            options={beginnings}
          />
        </>
      )}
    </>
  );
};
