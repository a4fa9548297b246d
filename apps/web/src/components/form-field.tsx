import { useId, type ReactNode } from "react";
import { Label } from "#ui/label.tsx";

type Wiring = { id: string; "aria-invalid": boolean; "aria-describedby": string | undefined };

type FormFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
};

/** A label, its control, a hint, and what is wrong with it, wired together for assistive technology. */
export const FormField = ({ label, hint, error, children }: FormFieldProps) => {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {children({
        id,
        "aria-invalid": error !== undefined,
        "aria-describedby": note === undefined ? undefined : noteId,
      })}
      {note !== undefined && (
        <p
          id={noteId}
          className={error === undefined ? "text-label text-grey-11" : "text-label font-medium text-bad"}
        >
          {note}
        </p>
      )}
    </div>
  );
};
