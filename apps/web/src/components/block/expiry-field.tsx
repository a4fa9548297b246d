import type { FieldValues } from "react-hook-form";
import { useTimeZone } from "#api/session.ts";
import { FieldFrame, useField, type FieldProps } from "#components/form/field.tsx";
import { toZonedText } from "#lib/zoned-time.ts";
import { Input } from "#ui/input.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";
import { expiryNames } from "./expiry.ts";

const weekMs = 604_800_000;

/** A list of choices takes no empty value. */
const never = "never";
const onDate = "on";

const toChoice = (value: string): string => {
  if (value === "") return never;
  return value in expiryNames ? value : onDate;
};

/** When an entry ends: never, after some time, or at a moment by the account's clock. */
export const ExpiryField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
}: FieldProps<Values, Body, string>) => {
  const timeZone = useTimeZone();
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  const choice = toChoice(value);
  const choose = (next: string): void => {
    if (next === onDate) onChange(toZonedText(Date.now() + weekMs, timeZone));
    else onChange(next === never ? "" : next);
  };
  const hint =
    choice === onDate
      ? `By the account's clock, ${timeZone}. From then on the caller is routed again.`
      : undefined;
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <>
          <Select value={choice} onValueChange={choose}>
            <SelectTrigger {...wiring} ref={ref} onBlur={onBlur}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {Object.entries(expiryNames).map(([id, text]) => (
                <SelectItem key={id} value={id === "" ? never : id}>
                  {text}
                </SelectItem>
              ))}
              <SelectItem value={onDate}>On a date</SelectItem>
            </SelectContent>
          </Select>
          {choice === onDate && (
            <Input
              type="datetime-local"
              aria-label="Expires on"
              value={value}
              onChange={(event) => onChange(event.target.value === "" ? onDate : event.target.value)}
              onBlur={onBlur}
            />
          )}
        </>
      )}
    </FieldFrame>
  );
};
