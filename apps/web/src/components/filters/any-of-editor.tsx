import { parseFilterText, toFilterText, type Filter } from "@ccp/contract";
import { Check } from "lucide-react";
import { cn } from "#lib/cn.ts";
import { useHighlight } from "#lib/use-highlight.ts";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "#ui/command.tsx";
import type { FilterEditorProps } from "./filter-field.ts";

export type FilterChoice = { id: string; name: string };

const toText = (filter: Filter<string>): string | undefined =>
  filter.values.length === 0 ? undefined : toFilterText(filter);

const toggle = (values: readonly string[], id: string): string[] =>
  values.includes(id) ? values.filter((value) => value !== id) : [...values, id];

type AnyOfEditorProps = Pick<FilterEditorProps, "value" | "onChange"> & {
  label: string;
  choices: readonly FilterChoice[];
  /** Where the server searches; else what is typed narrows the choices here. */
  search?: { text: string; onSearch: (text: string) => void };
  emptyText?: string | undefined;
};

/** Several values, any of which will do, or none of which may be. */
export const AnyOfEditor = ({ value, onChange, label, choices, search, emptyText }: AnyOfEditorProps) => {
  const { isNot, values } = parseFilterText(value ?? "");
  const highlight = useHighlight(choices.map(({ id }) => id));
  return (
    <Command label={label} shouldFilter={search === undefined} className="-m-2" {...highlight}>
      <IsOrIsNot
        isNot={isNot}
        onChange={(next) => onChange(toText({ isNot: next, values }))}
        isOff={value === undefined}
      />
      <CommandInput
        autoFocus
        placeholder="Search"
        className="h-9"
        {...(search !== undefined && { value: search.text, onValueChange: search.onSearch })}
      />
      <CommandList className="max-h-72" label={label}>
        <CommandEmpty>{emptyText}</CommandEmpty>
        {choices.map(({ id, name }) => {
          const isOn = values.includes(id);
          return (
            <CommandItem
              key={id}
              value={id}
              keywords={[name]}
              aria-checked={isOn}
              onSelect={() => onChange(toText({ isNot, values: toggle(values, id) }))}
            >
              <span
                aria-hidden
                className={cn(
                  "flex size-4 shrink-0 items-center justify-center rounded-control border border-grey-9",
                  isOn && "border-accent bg-accent text-on-accent",
                )}
              >
                {isOn && <Check className="size-3!" strokeWidth={3} />}
              </span>
              <span className="truncate">{name}</span>
            </CommandItem>
          );
        })}
      </CommandList>
    </Command>
  );
};

type IsOrIsNotProps = { isNot: boolean; isOff: boolean; onChange: (isNot: boolean) => void };

const IsOrIsNot = ({ isNot, isOff, onChange }: IsOrIsNotProps) => (
  <div role="radiogroup" aria-label="How the values count" className="flex gap-1 p-2 pb-0">
    {[false, true].map((negated) => (
      <button
        key={String(negated)}
        type="button"
        role="radio"
        aria-checked={negated === isNot}
        disabled={isOff}
        className={cn(
          "h-7 rounded-control px-2 font-medium text-grey-11 disabled:opacity-50",
          negated === isNot ? "bg-grey-4 text-grey-12" : "not-disabled:hover:bg-grey-3",
        )}
        onClick={() => onChange(negated)}
      >
        {negated ? "is not" : "is"}
      </button>
    ))}
  </div>
);
