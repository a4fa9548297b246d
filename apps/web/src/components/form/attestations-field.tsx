import { attestationWords } from "@ccp/contract";
import { attestations } from "@ccp/engine";
import type { FieldValues } from "react-hook-form";
import { ChoicesField } from "./choices-field.tsx";
import type { FieldProps } from "./field.tsx";

const options = attestations.map((each) => ({
  value: each,
  label: attestationWords[each].label,
  hint: attestationWords[each].meaning,
}));

/** Which calls are taken by how the caller's number was attested. */
export const AttestationsField = <Values extends FieldValues, Body>(
  props: FieldProps<Values, Body, readonly string[] | null>,
) => (
  <ChoicesField
    {...props}
    hint="Other callers hear the campaign's apology and reach no target. The carrier says with each call how its number was attested (STIR/SHAKEN)."
    options={options}
  />
);
