import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { FormBody } from "./form-body.tsx";
import { SaveBar } from "./save-bar.tsx";
import type { RecordForm } from "./use-record-form.ts";

type PageFormProps<Values extends FieldValues, Body> = {
  record: RecordForm<Values, Body>;
  /** Names the form to assistive technology. */
  label: string;
  saveText?: string;
  children: ReactNode;
};

/** A form as part of a page; its save bar stays at the bottom of what is seen. */
export const PageForm = <Values extends FieldValues, Body>({
  record,
  label,
  saveText = "Save",
  children,
}: PageFormProps<Values, Body>) => (
  <FormBody record={record} label={label} className="grid max-w-180 grid-cols-1 gap-4">
    {children}
    <div className="sticky bottom-0 z-10 -mx-4 border-t border-grey-6 bg-grey-1 px-4 py-3">
      <SaveBar record={record} saveText={saveText} />
    </div>
  </FormBody>
);
