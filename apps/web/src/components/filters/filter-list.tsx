import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from "#ui/command.tsx";
import type { FilterField } from "./filter-field.ts";

type FilterListProps = { fields: readonly FilterField[]; onPick: (key: string) => void };

/** What can be filtered by, in groups and found by typing. */
export const FilterList = ({ fields, onPick }: FilterListProps) => (
  <Command label="Filters" className="-m-2">
    <CommandInput autoFocus placeholder="Filter by" className="h-9" />
    <CommandList label="Filters" className="max-h-80">
      <CommandEmpty>No filter has this name.</CommandEmpty>
      {[...new Set(fields.map(({ group }) => group))].map((group) => (
        <CommandGroup key={group} heading={group}>
          {fields
            .filter((field) => field.group === group)
            .map(({ key, label }) => (
              <CommandItem key={key} value={label} onSelect={() => onPick(key)}>
                {label}
              </CommandItem>
            ))}
        </CommandGroup>
      ))}
    </CommandList>
  </Command>
);
