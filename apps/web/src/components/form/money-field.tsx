import type { FieldValues } from "react-hook-form";
import { useSession } from "#api/session.ts";
import { readMoney, toTypedMoney } from "#lib/typed-fields.ts";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";
import { UnitInput } from "./unit-input.tsx";

type MoneyFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string | null> & {
  /** What one amount is paid for, such as "a call". */
  per?: string;
};

/** An amount in the account's currency, held as it is typed and written out in full when left. */
export const MoneyField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  per,
}: MoneyFieldProps<Values, Body>) => {
  const { currency } = useSession().account;
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  const leave = (): void => {
    const reading = readMoney(value ?? "");
    if (reading.kind === "read" && toTypedMoney(reading.micros) !== value) {
      onChange(toTypedMoney(reading.micros));
    }
    onBlur();
  };
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <UnitInput
          {...wiring}
          ref={ref}
          name={name}
          unit={per === undefined ? currency : `${currency} ${per}`}
          inputMode="decimal"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value)}
          onBlur={leave}
        />
      )}
    </FieldFrame>
  );
};
