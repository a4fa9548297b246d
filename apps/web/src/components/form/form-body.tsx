import { useEffect, useEffectEvent, type ReactNode } from "react";
import { useFormState, type FieldValues } from "react-hook-form";
import { cn } from "#lib/cn.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import type { RecordForm } from "./use-record-form.ts";

type FormBodyProps<Values extends FieldValues, Body> = {
  record: RecordForm<Values, Body>;
  label: string;
  className?: string;
  children: ReactNode;
};

const focusable = "input, button, textarea, [tabindex]";

const focusFirstFault = (form: HTMLFormElement | null): void => {
  const fault = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  const control = fault?.matches(focusable) === true ? fault : fault?.querySelector<HTMLElement>(focusable);
  control?.focus();
};

/** Whether the form is what the user is looking at, and not something under an open dialog. */
const isOnTop = (form: HTMLFormElement | null): boolean => {
  const top = [...document.querySelectorAll("[role=dialog][data-state=open], [role=alertdialog]")].at(-1);
  return form !== null && (top === undefined || top.contains(form));
};

/** The form element: one submission at a time, Ctrl+S, the first fault focused, and the questions it may ask. */
export const FormBody = <Values extends FieldValues, Body>({
  record,
  label,
  className,
  children,
}: FormBodyProps<Values, Body>) => {
  const { form, element, setElement, guard, conflict } = record;
  const { submitCount, isSubmitting } = useFormState({ control: form.control });
  const submit = (): void => {
    if (!isSubmitting) void record.submit();
  };
  useEffect(() => {
    if (submitCount > 0) focusFirstFault(element);
  }, [submitCount, element]);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    if (!isOnTop(element)) return;
    event.preventDefault();
    submit();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <form
      ref={setElement}
      noValidate
      aria-label={label}
      aria-busy={isSubmitting}
      className={cn("[&_:focus]:scroll-mb-24", className)}
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a sheet stands within the page's form for React, though not on the page.
        event.stopPropagation();
        submit();
      }}
    >
      {children}
      <LeaveDialog guard={guard} />
      {conflict !== null && <ConflictDialog conflict={conflict} />}
    </form>
  );
};
