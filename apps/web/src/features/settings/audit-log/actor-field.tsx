import { useQuery } from "@tanstack/react-query";
import { lazy } from "react";
import { actorsQuery } from "#api/settings-queries.ts";
import { toFieldBase, type FilterEditorProps, type FilterField } from "#components/filters/filter-field.ts";
import { FilterWords } from "#components/filters/filter-words.tsx";

const AnyOfEditor = lazy(async () => ({
  default: (await import("#components/filters/any-of-editor.tsx")).AnyOfEditor,
}));

const names = { key: "actor", param: "actor", label: "Who", group: "Change" };

const kinds = [
  { id: "user", name: "Any user" },
  { id: "api-key", name: "Any API key" },
  { id: "system", name: "The server" },
];

const useActors = () => [...kinds, ...(useQuery(actorsQuery).data ?? [])];

const ActorWords = ({ value }: { value: string }) => {
  const actors = useActors();
  return (
    <FilterWords value={value} renderName={(id) => actors.find((actor) => actor.id === id)?.name ?? id} />
  );
};

const ActorEditor = ({ value, onChange }: FilterEditorProps) => (
  <AnyOfEditor
    value={value}
    onChange={onChange}
    label={names.label}
    choices={useActors()}
    emptyText="Nobody has this name."
  />
);

/** A filter by who did it: a person, a key, or any of a kind. */
export const actorField: FilterField = {
  ...toFieldBase(names),
  Words: ActorWords,
  Editor: ActorEditor,
};
