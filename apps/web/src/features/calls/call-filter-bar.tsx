import { useState, type RefObject } from "react";
import { Search } from "lucide-react";
import { ChoiceEditor, NounEditor, NounName } from "#components/filter-editors.tsx";
import { FilterChips, type FilterField } from "#components/filter-chips.tsx";
import { outcomeNames, statusNames } from "#components/status-badge.tsx";
import type { NounFilter } from "#api/queries.ts";
import { Input } from "#ui/input.tsx";
import { readCallFilters, type CallFilterKey, type CallFilterValues } from "./call-filters.ts";

type ChipKey = Exclude<CallFilterKey, "caller">;

const choiceField = (key: ChipKey, label: string, names: Record<string, string>): FilterField<ChipKey> => ({
  key,
  label,
  show: (value) => names[value],
  editor: (value, choose) => (
    <ChoiceEditor
      value={value}
      choose={choose}
      choices={Object.entries(names).map(([id, name]) => ({ id, name }))}
    />
  ),
});

const nounField = (key: ChipKey, label: string, noun: NounFilter): FilterField<ChipKey> => ({
  key,
  label,
  show: (value) => <NounName noun={noun} id={value} />,
  editor: (value, choose) => <NounEditor noun={noun} value={value} choose={choose} />,
});

const fields = [
  choiceField("status", "Status", statusNames),
  choiceField("outcome", "Outcome", outcomeNames),
  nounField("campaign", "Campaign", "campaignId"),
  nounField("publisher", "Publisher", "publisherId"),
  nounField("buyer", "Buyer", "buyerId"),
  nounField("target", "Target", "targetId"),
];

type CallFilterBarProps = {
  values: CallFilterValues;
  onChange: (values: CallFilterValues) => void;
  searchField: RefObject<HTMLInputElement | null>;
};

const without = (values: CallFilterValues, key: CallFilterKey): CallFilterValues => {
  const { [key]: _, ...rest } = values;
  return rest;
};

export const CallFilterBar = ({ values, onChange, searchField }: CallFilterBarProps) => {
  const { caller, ...chips } = values;
  const change = (key: CallFilterKey, value: string | undefined): void =>
    onChange(value === undefined ? without(values, key) : { ...values, [key]: value });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <CallerSearch
        key={caller ?? ""}
        value={caller ?? ""}
        onSearch={(digits) => change("caller", digits === "" ? undefined : digits)}
        field={searchField}
      />
      <FilterChips fields={fields} values={chips} onChange={change} onClear={() => onChange({})} />
    </div>
  );
};

type CallerSearchProps = {
  value: string;
  onSearch: (value: string) => void;
  field: RefObject<HTMLInputElement | null>;
};

const CallerSearch = ({ value, onSearch, field }: CallerSearchProps) => {
  const [typed, setTyped] = useState(value);
  const text = typed.trim();
  const isWrong =
    text !== "" && readCallFilters(new URLSearchParams({ caller: text }).toString()).caller === undefined;
  const search = (): void => {
    if (!isWrong && text !== value) onSearch(text);
  };
  return (
    <form
      role="search"
      className="relative max-md:w-full"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-grey-11"
      />
      <Input
        ref={field}
        type="search"
        inputMode="tel"
        aria-label="Digits of the caller's number"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? "caller-problem" : undefined}
        placeholder="Caller's number, any part of it"
        className="w-full pl-8 md:w-64"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={search}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      {isWrong && (
        <p id="caller-problem" className="mt-1 text-label font-medium text-bad md:absolute md:top-full">
          Give digits of the number, such as 555 0142.
        </p>
      )}
    </form>
  );
};
