import { Plus, X } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover.tsx";

export type FilterField<Key extends string> = {
  key: Key;
  label: string;
  /** The chosen value in words. */
  show: (value: string) => ReactNode;
  /** Chooses another value; `choose` also closes. */
  editor: (value: string | undefined, choose: (value: string) => void) => ReactNode;
};

type FilterChipsProps<Key extends string> = {
  fields: readonly FilterField<Key>[];
  values: Partial<Record<Key, string>>;
  onChange: (key: Key, value: string | undefined) => void;
  onClear: () => void;
};

/** A chip for every filter that is on, and one button to add another; a change acts at once. */
export const FilterChips = <Key extends string>({
  fields,
  values,
  onChange,
  onClear,
}: FilterChipsProps<Key>) => {
  const [editing, setEditing] = useState<Key | null>(null);
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
          onChange={(value) => onChange(field.key, value)}
        />
      ))}
      {rest.length > 0 && <AddFilter fields={rest} onAdd={setEditing} />}
      {Object.keys(values).length > 1 && (
        <Button variant="ghost" className="text-grey-11" onClick={onClear}>
          Clear all
        </Button>
      )}
    </div>
  );
};

type ChipProps<Key extends string> = {
  field: FilterField<Key>;
  value: string | undefined;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onChange: (value: string | undefined) => void;
};

const Chip = <Key extends string>({ field, value, isOpen, onOpenChange, onChange }: ChipProps<Key>) => {
  const choose = (chosen: string): void => {
    onOpenChange(false);
    onChange(chosen);
  };
  return (
    <Popover open={isOpen} onOpenChange={onOpenChange}>
      <span className="inline-flex h-8 items-center rounded-control border border-grey-7 bg-surface">
        <PopoverTrigger className="flex h-full items-center gap-1 rounded-l-control pl-2.5 pr-1 hover:bg-grey-3">
          <span className="text-grey-11">{field.label}</span>
          {value !== undefined && <span className="max-w-48 truncate font-medium">{field.show(value)}</span>}
        </PopoverTrigger>
        <button
          type="button"
          aria-label={`Remove the filter ${field.label}`}
          className="flex h-full w-7 items-center justify-center rounded-r-control text-grey-11 hover:bg-grey-3 hover:text-grey-12"
          onClick={() => {
            onOpenChange(false);
            onChange(undefined);
          }}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      </span>
      <PopoverContent aria-label={`Filter by ${field.label}`}>{field.editor(value, choose)}</PopoverContent>
    </Popover>
  );
};

type AddFilterProps<Key extends string> = {
  fields: readonly FilterField<Key>[];
  onAdd: (key: Key) => void;
};

const AddFilter = <Key extends string>({ fields, onAdd }: AddFilterProps<Key>) => {
  // The popover opens once the menu has closed, or the menu would take the focus back from it.
  const [picked, setPicked] = useState<Key | null>(null);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" className="text-grey-11 max-md:first:-ml-3">
          <Plus aria-hidden />
          Filter
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="start"
        onCloseAutoFocus={(event) => {
          if (picked === null) return;
          event.preventDefault();
          onAdd(picked);
          setPicked(null);
        }}
      >
        {fields.map(({ key, label }) => (
          <DropdownMenuItem key={key} onSelect={() => setPicked(key)}>
            {label}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
};
