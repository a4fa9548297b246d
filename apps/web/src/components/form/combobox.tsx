import { Check, ChevronsUpDown } from "lucide-react";
import { useState, type ReactNode, type Ref } from "react";
import { cn } from "#lib/cn.ts";
import { useHighlight } from "#lib/use-highlight.ts";
import { Command, CommandInput, CommandItem, CommandList } from "#ui/command.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover.tsx";

export type Choice = { id: string; name: string; detail?: string };

type ComboboxProps = {
  id: string;
  "aria-label"?: string;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
  ref?: Ref<HTMLButtonElement>;
  /** Names the search box to assistive technology. */
  searchLabel: string;
  shown: ReactNode;
  isEmpty: boolean;
  value: string;
  choices: readonly Choice[];
  search: string;
  onSearch: (search: string) => void;
  onChoose: (id: string) => void;
  onBlur: () => void;
  /** Stands under the list, such as why it is empty. */
  note?: ReactNode;
  isStale?: boolean;
};

const triggerClasses =
  "flex h-8 w-full min-w-0 items-center justify-between gap-2 rounded-control border border-grey-8 bg-surface px-2.5 text-left text-body transition-colors duration-120 hover:border-grey-9 aria-invalid:border-bad max-md:h-10";

type ChoiceListProps = Pick<
  ComboboxProps,
  "searchLabel" | "value" | "choices" | "search" | "onSearch" | "onChoose" | "note"
> & { isStale: boolean };

const toItemValue = (id: string): string => (id === "" ? "none" : id);

const ChoiceList = ({ searchLabel, value, choices, onChoose, isStale, note, ...props }: ChoiceListProps) => {
  const highlight = useHighlight(
    choices.map(({ id }) => toItemValue(id)),
    value,
  );
  return (
    <Command shouldFilter={false} label={searchLabel} {...highlight}>
      <CommandInput
        value={props.search}
        onValueChange={props.onSearch}
        placeholder="Search"
        aria-label={searchLabel}
      />
      <CommandList className={cn("max-h-72 transition-opacity duration-120", isStale && "opacity-50")}>
        {choices.map(({ id, name, detail }) => (
          <CommandItem key={id} value={toItemValue(id)} onSelect={() => onChoose(id)}>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {detail !== undefined && <span className="shrink-0 text-label text-grey-11">{detail}</span>}
            {id === value && <Check aria-label="Chosen" />}
          </CommandItem>
        ))}
        {note}
      </CommandList>
    </Command>
  );
};

/** A button that opens a list to search in; whoever uses it brings the choices that match. */
export const Combobox = ({
  searchLabel,
  shown,
  isEmpty,
  value,
  choices,
  search,
  onSearch,
  onChoose,
  onBlur,
  note,
  isStale = false,
  ...trigger
}: ComboboxProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const turn = (isOpening: boolean): void => {
    setIsOpen(isOpening);
    if (isOpening) onSearch("");
    else onBlur();
  };
  const choose = (id: string): void => {
    onChoose(id);
    turn(false);
  };
  return (
    <Popover open={isOpen} onOpenChange={turn}>
      <PopoverTrigger
        {...trigger}
        type="button"
        role="combobox"
        aria-expanded={isOpen}
        className={triggerClasses}
      >
        <span className={cn("min-w-0 truncate", isEmpty && "text-grey-11")}>{shown}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-grey-11" />
      </PopoverTrigger>
      <PopoverContent className="w-(--radix-popover-trigger-width) min-w-64 p-0" aria-label={searchLabel}>
        <ChoiceList {...{ searchLabel, value, choices, search, onSearch, isStale, note }} onChoose={choose} />
      </PopoverContent>
    </Popover>
  );
};
