import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "#ui/button.tsx";
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetDescription,
  SheetFooter,
  SheetHeader,
  SheetTitle,
} from "#ui/sheet.tsx";
import { FormBody } from "./form-body.tsx";
import { SaveBar } from "./save-bar.tsx";
import type { RecordForm } from "./use-record-form.ts";

type FormSheetProps<Values extends FieldValues, Body> = {
  record: RecordForm<Values, Body>;
  title: string;
  description: string;
  saveText: string;
  /** Called once nothing would be lost; whoever renders the sheet takes it away then. */
  onClose: () => void;
  children: ReactNode;
};

const focusFirstField = (event: Event, element: HTMLElement | null): void => {
  const first = element?.querySelector<HTMLElement>("[data-field] :is(input, textarea, button)");
  if (first === null || first === undefined) return;
  event.preventDefault();
  first.focus();
};

/** A form in a drawer at the right; open as long as it is rendered. */
export const FormSheet = <Values extends FieldValues, Body>({
  record,
  title,
  description,
  saveText,
  onClose,
  children,
}: FormSheetProps<Values, Body>) => {
  const close = (): void => record.guard.ask(onClose);
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && close()}>
      <SheetContent className="w-140" onOpenAutoFocus={(event) => focusFirstField(event, record.element)}>
        <SheetHeader>
          <SheetTitle>{title}</SheetTitle>
          <SheetDescription>{description}</SheetDescription>
        </SheetHeader>
        <FormBody record={record} label={title} className="flex min-h-0 flex-1 flex-col">
          <SheetBody className="flex flex-col gap-4">{children}</SheetBody>
          <SheetFooter>
            <SaveBar record={record} saveText={saveText}>
              <Button onClick={close}>Cancel</Button>
            </SaveBar>
          </SheetFooter>
        </FormBody>
      </SheetContent>
    </Sheet>
  );
};
