import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "./field.tsx";
import { TextField } from "./text-field.tsx";

/** A phone number as people write it; the server makes it one of the world. */
export const PhoneField = <Values extends FieldValues, Body>({
  hint = "With its country code, unless it is of the US or Canada.",
  ...props
}: FieldProps<Values, Body, string | null>) => (
  <TextField {...props} hint={hint} type="tel" className="tabular-nums" />
);
