import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";

const bodyPrefix = "body.";

type Detail = { path: string; message: string };

/** The server's objections beside their fields; gives back those that belong to no field of the form. */
export const showFieldErrors = <Values extends FieldValues>(
  details: readonly Detail[],
  fields: readonly FieldPath<Values>[],
  setError: UseFormSetError<Values>,
): readonly Detail[] => {
  const homeless: Detail[] = [];
  for (const detail of details) {
    const field = fields.find((name) => `${bodyPrefix}${name}` === detail.path);
    if (field === undefined) homeless.push(detail);
    else setError(field, { type: "server", message: detail.message }, { shouldFocus: true });
  }
  return homeless;
};
