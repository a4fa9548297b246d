import { X } from "lucide-react";
import { Suspense, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover.tsx";
import { AddFilter } from "./add-filter.tsx";
import type { FilterField } from "./filter-field.ts";

type Values = Readonly<Record<string, string>>;

export type FilterChipsProps = {
  fields: readonly FilterField[];
  values: Values;
  onChange: (values: Values, options: { isMinor: boolean }) => void;
  /** Whether the list of further filters is open at first. */
  isAdding?: boolean;
};

const withValue = (values: Values, key: string, value: string | undefined): Values => {
  const { [key]: _, ...rest } = values;
  return value === undefined ? rest : { ...rest, [key]: value };
};

/** A chip for every filter that is on, and one button to add another; a change acts at once. */
export const FilterChips = ({ fields, values, onChange, isAdding = false }: FilterChipsProps) => {
  const [editing, setEditing] = useState<string | null>(null);
  const shown = fields.filter(({ key }) => values[key] !== undefined || key === editing);
  const rest = fields.filter((field) => !shown.includes(field));
  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {shown.map((field) => (
        <Chip
          key={field.key}
          field={field}
          value={values[field.key]}
          isOpen={editing === field.key}
          onOpenChange={(isOpen) => setEditing(isOpen ? field.key : null)}
          onChange={(value) =>
            onChange(withValue(values, field.key, value), {
              // Choosing a second and a third value goes on with the first choice.
              isMinor: value !== undefined && values[field.key] !== undefined,
            })
          }
        />
      ))}
      {rest.length > 0 && <AddFilter fields={rest} onAdd={setEditing} isOpenAtFirst={isAdding} />}
      {Object.keys(values).length > 1 && (
        <Button variant="ghost" className="text-grey-11" onClick={() => onChange({}, { isMinor: false })}>
          Clear all
        </Button>
      )}
    </div>
  );
};

type ChipProps = {
  field: FilterField;
  value: string | undefined;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onChange: (value: string | undefined) => void;
};

const Chip = ({ field, value, isOpen, onOpenChange, onChange }: ChipProps) => {
  const { label, Words, Editor } = field;
  return (
    <Popover open={isOpen} onOpenChange={onOpenChange}>
      <span className="inline-flex h-8 max-w-full items-center rounded-control border border-grey-7 bg-surface">
        <PopoverTrigger className="flex h-full min-w-0 items-center gap-1 rounded-l-control pr-1 pl-2.5 hover:bg-grey-3">
          <span className="shrink-0 text-grey-11">{label}</span>
          {value !== undefined && (
            <span className="max-w-64 truncate font-medium">
              <Words value={value} />
            </span>
          )}
        </PopoverTrigger>
        <button
          type="button"
          aria-label={`Remove the filter ${label}`}
          className="flex h-full w-7 shrink-0 items-center justify-center rounded-r-control text-grey-11 hover:bg-grey-3 hover:text-grey-12"
          onClick={() => {
            onOpenChange(false);
            onChange(undefined);
          }}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      </span>
      <PopoverContent aria-label={`Filter by ${label}`}>
        <Suspense>
          <Editor value={value} onChange={onChange} close={() => onOpenChange(false)} />
        </Suspense>
      </PopoverContent>
    </Popover>
  );
};
