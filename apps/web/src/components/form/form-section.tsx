import { useState, type ReactNode } from "react";
import { get, useFormState, useWatch, type Control, type FieldPath, type FieldValues } from "react-hook-form";
import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "#ui/accordion.tsx";
import { Badge } from "#ui/badge.tsx";

type FormSectionProps<Values extends FieldValues, Body> = {
  control: Control<Values, unknown, Body>;
  title: string;
  /** The fields inside, so that a fault in one of them shows and opens the section. */
  names: readonly FieldPath<Values>[];
  /** One line that says what is set, for while it is closed. */
  summary: (values: Values) => string;
  isOpenAtFirst?: boolean;
  children: ReactNode;
};

/** Fields that most people leave alone, behind one line that says how they stand. */
export const FormSection = <Values extends FieldValues, Body>({
  control,
  title,
  names,
  summary,
  isOpenAtFirst = false,
  children,
}: FormSectionProps<Values, Body>) => {
  const { errors, submitCount } = useFormState({ control });
  const values = useWatch({ control }) as Values;
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [seen, setSeen] = useState(submitCount);
  const faults = names.filter((name) => get(errors, name) !== undefined).length;
  if (submitCount !== seen) {
    setSeen(submitCount);
    if (faults > 0) setIsOpen(true);
  }
  return (
    <Accordion
      type="single"
      collapsible
      value={isOpen ? title : ""}
      onValueChange={(value) => setIsOpen(value !== "")}
    >
      <AccordionItem value={title} className="border-t">
        <AccordionTrigger>
          <span className="shrink-0 font-medium">{title}</span>
          {faults > 0 && <Badge tone="bad">{faults} to mend</Badge>}
          {!isOpen && <span className="min-w-0 truncate text-grey-11">{summary(values)}</span>}
        </AccordionTrigger>
        <AccordionContent className="grid grid-cols-1 gap-4">{children}</AccordionContent>
      </AccordionItem>
    </Accordion>
  );
};
