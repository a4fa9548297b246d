import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { explainFailure, toApiFailure } from "./errors.ts";

const bodyPrefix = "body.";

/** Puts the server's objections beside their fields, and what belongs to no field under the form. */
export const showFailure = <Values extends FieldValues>(
  error: unknown,
  fields: readonly FieldPath<Values>[],
  setError: UseFormSetError<Values>,
): void => {
  const failure = toApiFailure(error);
  let isTold = failure.details.length > 0;
  for (const { path, message } of failure.details) {
    const field = fields.find((name) => `${bodyPrefix}${name}` === path);
    if (field === undefined) isTold = false;
    else setError(field, { type: "server", message }, { shouldFocus: true });
  }
  if (!isTold) setError("root", { message: explainFailure(failure) });
};
