import { X } from "lucide-react";
import { useId, useState } from "react";
import type { NounFilter } from "#api/queries.ts";
import { NounName } from "#components/noun-name.tsx";
import { Input } from "#ui/input.tsx";

type ChipListProps = {
  values: readonly string[];
  /** What the values are the ids of; without it they stand for themselves. */
  noun?: NounFilter | undefined;
  onRemove: (value: string) => void;
};

/** Values, each with a button that takes it away. */
export const ChipList = ({ values, noun, onRemove }: ChipListProps) => {
  if (values.length === 0) return null;
  return (
    <ul aria-label="Values" className="flex max-h-40 flex-wrap gap-1 overflow-y-auto">
      {values.map((value) => {
        const shown = noun === undefined ? value : <NounName noun={noun} id={value} />;
        return (
          <li
            key={value}
            className="inline-flex min-w-0 items-center gap-1 rounded-control border border-grey-6 bg-grey-3 pl-2 text-label"
          >
            <span className="min-w-0 truncate">{shown}</span>
            <button
              type="button"
              className="grid size-6 place-items-center rounded-control text-grey-11 hover:text-grey-12 max-md:size-8"
              onClick={() => onRemove(value)}
            >
              <X aria-hidden className="size-3.5" />
              <span className="sr-only">Remove {shown}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};

/** Values that were typed or pasted: one by Enter, several with commas or line ends between them. */
const readTyped = (text: string): string[] =>
  text
    .split(/[,;\t\r\n]+/)
    .map((value) => value.trim())
    .filter((value) => value !== "");

type ValueChipsProps = {
  label: string;
  suggestions: readonly string[];
  isInvalid: boolean;
  describedBy: string | undefined;
  values: readonly string[];
  onChange: (values: string[]) => void;
};

/** Several values as chips, with a box to add more. */
export const ValueChips = ({
  label,
  suggestions,
  isInvalid,
  describedBy,
  values,
  onChange,
}: ValueChipsProps) => {
  const id = useId();
  const [text, setText] = useState("");
  const add = (typed: string): void => {
    const more = readTyped(typed);
    setText("");
    if (more.length > 0) onChange([...new Set([...values, ...more])]);
  };
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <ChipList values={values} onRemove={(gone) => onChange(values.filter((value) => value !== gone))} />
      <Input
        list={id}
        aria-label={label}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        placeholder="Add a value, then Enter"
        value={text}
        onChange={({ target }) => (/[,;\t\n]/.test(target.value) ? add(target.value) : setText(target.value))}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text");
          if (!/[,;\t\r\n]/.test(pasted)) return;
          event.preventDefault();
          add(`${text}${pasted}`);
        }}
        onBlur={() => add(text)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            add(text);
          }
          if (event.key === "Backspace" && text === "") onChange(values.slice(0, -1));
        }}
      />
      <Suggestions id={id} values={suggestions.filter((value) => !values.includes(value))} />
    </div>
  );
};

/** What the browser offers while something is typed. */
export const Suggestions = ({ id, values }: { id: string; values: readonly string[] }) => (
  <datalist id={id}>
    {values.map((value) => (
      <option key={value} value={value} />
    ))}
  </datalist>
);
