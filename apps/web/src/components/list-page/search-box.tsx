import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { useSettled } from "#lib/use-settled.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { Input } from "#ui/input.tsx";
import type { ListSearch } from "./list-spec.ts";

const typingPauseMs = 250;

type SearchBoxProps = {
  search: ListSearch;
  value: string;
  isRefused: (text: string) => boolean;
  onSearch: (text: string) => void;
};

/** Searches while it is typed in, as soon as the typing pauses; `/` leads here. */
export const SearchBox = ({ search, value, isRefused, onSearch }: SearchBoxProps) => {
  const field = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const [typed, setTyped] = useState(value);
  const text = typed.trim();
  const isWrong = isRefused(text);
  useShortcuts({ "/": () => field.current?.focus() });

  // What the address says anew, by the back button or a cleared filter, stands in the field as well.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (text !== value) setTyped(value);
  }
  const apply = useEffectEvent((next: string) => {
    if (next === text && !isWrong && next !== value) onSearch(next);
  });
  const settled = useSettled(text, typingPauseMs);
  useEffect(() => apply(settled), [settled]);

  return (
    <form
      role="search"
      className="relative max-md:w-full"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong && text !== value) onSearch(text);
      }}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-grey-11"
      />
      <Input
        ref={field}
        type="search"
        aria-label={`Search: ${search.placeholder}`}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        placeholder={search.placeholder}
        className="w-full pl-8 md:w-64"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      {isWrong && (
        <p
          id={problemId}
          className="mt-1 text-label font-medium text-bad md:absolute md:top-full md:z-20 md:bg-grey-1"
        >
          {search.problem ?? "This cannot be searched for."}
        </p>
      )}
    </form>
  );
};
