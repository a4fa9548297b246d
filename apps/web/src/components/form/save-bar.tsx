import type { ReactNode } from "react";
import { useFormState, useWatch, type FieldValues } from "react-hook-form";
import { toFieldLabel } from "#lib/field-words.ts";
import { Button } from "#ui/button.tsx";
import { listChangedKeys } from "./changes.ts";
import type { RecordForm } from "./use-record-form.ts";

type SaveBarProps<Values extends FieldValues, Body> = {
  record: RecordForm<Values, Body>;
  saveText: string;
  /** The button beside saving, such as the one that closes a sheet. */
  children?: ReactNode;
};

const toChangeText = (keys: readonly string[]): string => {
  if (keys.length === 0) return "No changes";
  const labels = keys.map(toFieldLabel).join(", ");
  return keys.length === 1 ? `1 change: ${labels}` : `${keys.length} changes: ${labels}`;
};

/** What would be saved, what stands against it, and the button; always in sight. */
export const SaveBar = <Values extends FieldValues, Body>({
  record: { form, base, isNew, discard },
  saveText,
  children,
}: SaveBarProps<Values, Body>) => {
  const { errors, isSubmitting } = useFormState({ control: form.control });
  const values: Record<string, unknown> = useWatch({ control: form.control });
  const keys = listChangedKeys(base, values);
  return (
    <div className="flex w-full flex-wrap items-center justify-end gap-2">
      {errors.root?.message !== undefined && (
        <p role="alert" className="w-full font-medium break-words text-bad">
          {errors.root.message}
        </p>
      )}
      {!isNew && (
        <p role="status" className="mr-auto min-w-0 flex-1 truncate text-grey-11" title={toChangeText(keys)}>
          {toChangeText(keys)}
        </p>
      )}
      {!isNew && keys.length > 0 && (
        <Button variant="ghost" disabled={isSubmitting} onClick={discard}>
          Discard
        </Button>
      )}
      {children}
      <Button
        type="submit"
        variant="primary"
        aria-keyshortcuts="Control+S"
        disabled={isSubmitting || (!isNew && keys.length === 0)}
      >
        {isSubmitting ? "Saving" : saveText}
      </Button>
    </div>
  );
};
