import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { explainFailure, toApiFailure } from "#api/errors.ts";
import { toFieldLabel } from "#lib/field-words.ts";

const bodyPrefix = "body.";

/** The field on the screen that a path names or lies within; `hours.weekly.mon.0.from` belongs to `hours`. */
const findField = (path: string, shown: readonly string[]): string | undefined =>
  shown
    .filter((name) => path === name || path.startsWith(`${name}.`))
    .reduce<string | undefined>(
      (best, name) => (best === undefined || name.length > best.length ? name : best),
      undefined,
    );

const readShown = (element: HTMLElement | null): string[] =>
  [...(element?.querySelectorAll<HTMLElement>("[data-field]") ?? [])].map(
    (field) => field.dataset["field"] ?? "",
  );

const toSentence = (path: string, message: string): string =>
  path === "" ? message : `${toFieldLabel(path.split(".")[0] ?? path)}: ${message}`;

/** Puts each objection of the server beside its field; what no field on the screen can carry is said under the form. */
export const showFormFailure = <Values extends FieldValues, Body>(
  error: unknown,
  form: UseFormReturn<Values, unknown, Body>,
  element: HTMLElement | null,
): void => {
  const failure = toApiFailure(error);
  const shown = readShown(element);
  const untold: string[] = [];
  for (const { path, message } of failure.details) {
    const inBody = path.startsWith(bodyPrefix) ? path.slice(bodyPrefix.length) : path;
    const field = findField(inBody, shown);
    if (field === undefined) untold.push(toSentence(inBody, message));
    else form.setError(inBody as Path<Values>, { type: "server", message });
  }
  if (failure.details.length === 0) untold.push(explainFailure(failure));
  if (untold.length > 0) form.setError("root", { type: "server", message: untold.join(" ") });
};
