import { tags, wantedBy } from "@ccp/engine";
import { useId } from "react";
import { Input } from "#ui/input.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";
import { ListValue } from "./list-value.tsx";
import { NounValue } from "./noun-value.tsx";
import { toOptionLabel } from "./rule-words.ts";
import type { TypedCondition } from "#lib/typed-filter.ts";
import { ChipList, Suggestions, ValueChips } from "./value-chips.tsx";

export type WantedProps = {
  label: string;
  condition: TypedCondition;
  /** Values that the last calls had. */
  suggestions: readonly string[];
  isInvalid: boolean;
  describedBy: string | undefined;
  onChange: (change: Partial<TypedCondition>) => void;
};

const nounOf = { "Campaign:Id": "campaignId", "Publisher:Id": "publisherId" } as const;

const findNoun = (tag: string) => (tag === "Campaign:Id" || tag === "Publisher:Id" ? nounOf[tag] : undefined);

const OptionValue = ({
  condition: { tag, value },
  shown = value,
  options,
  onChoose,
  ...props
}: Omit<WantedProps, "onChange"> & {
  shown?: string;
  options: readonly string[];
  onChoose: (option: string) => void;
}) => (
  <Select value={shown} onValueChange={onChoose}>
    <SelectTrigger
      aria-label={props.label}
      aria-invalid={props.isInvalid}
      aria-describedby={props.describedBy}
    >
      <SelectValue placeholder="Choose" />
    </SelectTrigger>
    <SelectContent>
      {options.map((option) => (
        <SelectItem key={option} value={option}>
          {toOptionLabel(tag, option)}
        </SelectItem>
      ))}
    </SelectContent>
  </Select>
);

const SeveralValues = ({ onChange, ...props }: WantedProps) => {
  const { tag, values } = props.condition;
  const { options } = tags[tag];
  const noun = findNoun(tag);
  const add = (value: string): void => onChange({ values: [...new Set([...values, value])] });
  const remove = (gone: string): void => onChange({ values: values.filter((value) => value !== gone) });
  if (noun === undefined && options === undefined) {
    return <ValueChips {...props} values={values} onChange={(next) => onChange({ values: next })} />;
  }
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <ChipList values={values} noun={noun} onRemove={remove} />
      {noun === undefined ? (
        <OptionValue {...props} shown="" options={options ?? []} onChoose={add} />
      ) : (
        <NounValue {...props} noun={noun} value="" placeholder="Add one" onChoose={add} />
      )}
    </div>
  );
};

const SingleValue = ({ onChange, ...props }: WantedProps) => {
  const listId = useId();
  const { tag, value } = props.condition;
  const { options, type } = tags[tag];
  const noun = findNoun(tag);
  const set = (next: string): void => onChange({ value: next });
  if (options !== undefined) return <OptionValue {...props} options={options} onChoose={set} />;
  if (noun !== undefined) {
    return <NounValue {...props} noun={noun} value={value} placeholder="Choose" onChoose={set} />;
  }
  return (
    <>
      <Input
        list={listId}
        aria-label={props.label}
        aria-invalid={props.isInvalid}
        aria-describedby={props.describedBy}
        type={type === "date" ? "date" : "text"}
        inputMode={type === "number" ? "decimal" : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
      <Suggestions id={listId} values={props.suggestions} />
    </>
  );
};

/** What the operator of a condition is told. */
export const WantedValue = (props: WantedProps) => {
  switch (wantedBy[props.condition.operator]) {
    case "value":
      return <SingleValue {...props} />;
    case "values":
      return <SeveralValues {...props} />;
    case "listId":
      return (
        <ListValue
          {...props}
          value={props.condition.listId}
          onChoose={(listId) => props.onChange({ listId })}
        />
      );
    case null:
      return null;
  }
};
