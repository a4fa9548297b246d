import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useState } from "react";
import { choicesQuery, nameQuery, type NounFilter } from "#api/queries.ts";
import { explainFailure } from "#api/errors.ts";
import { cn } from "#lib/cn.ts";
import { Input } from "#ui/input.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

type Choice = { id: string; name: string };

type EditorProps = { value: string | undefined; choose: (value: string) => void };

export const ChoiceEditor = ({ value, choose, choices }: EditorProps & { choices: readonly Choice[] }) => (
  <ul role="list" className="max-h-72 overflow-y-auto">
    {choices.map(({ id, name }) => (
      <li key={id}>
        <button
          type="button"
          aria-pressed={id === value}
          className={cn(
            "flex min-h-8 w-full items-center justify-between gap-2 rounded-control px-2 py-1 text-left hover:bg-grey-4 max-md:min-h-10",
            id === value && "font-medium",
          )}
          onClick={() => choose(id)}
        >
          {name}
          {id === value && <Check aria-hidden className="size-4 shrink-0" />}
        </button>
      </li>
    ))}
  </ul>
);

/** Names found by what is typed; the server searches, so a long list is no obstacle. */
export const NounEditor = ({ noun, value, choose }: EditorProps & { noun: NounFilter }) => {
  const [search, setSearch] = useState("");
  const { data, error, isPlaceholderData } = useQuery(choicesQuery(noun, search.trim()));
  return (
    <div className="grid gap-2">
      <Input
        type="search"
        aria-label="Search by name"
        placeholder="Search by name"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {error !== null && <p className="px-2 text-label text-bad">{explainFailure(error)}</p>}
      {data === undefined && error === null && <Skeleton className="m-2 w-2/3" />}
      {data?.length === 0 && <p className="px-2 py-1 text-grey-11">Nothing has this name.</p>}
      {data !== undefined && (
        <div className={cn("transition-opacity duration-120", isPlaceholderData && "opacity-50")}>
          <ChoiceEditor value={value} choose={choose} choices={data} />
        </div>
      )}
    </div>
  );
};

/** The name behind an id, whoever put it into the address. */
export const NounName = ({ noun, id }: { noun: NounFilter; id: string }) => {
  const { data, error } = useQuery(nameQuery(noun, id));
  return error === null ? (data ?? "…") : "unknown";
};
