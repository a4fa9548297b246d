import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { explainFailure } from "#api/errors.ts";
import { choicesQuery } from "#api/queries.ts";
import { Combobox } from "#components/form/combobox.tsx";
import { FormField } from "#components/form-field.tsx";

type AddListedProps<Listed> = {
  noun: "targetId" | "groupId" | "agentId" | "agentGroupId";
  /** "target", "group", "agent" or "agent group" */
  word: string;
  hint: string;
  /** What is not offered, being in the list already. */
  isListed: (id: string) => boolean;
  /** What a list would show of it, before it is saved there. */
  fetch: (id: string) => Promise<Listed>;
  onAdd: (listed: Listed) => void;
};

/** Finds a target, an agent or a group of either by its name and puts it at the end of the list. */
export const AddListed = <Listed,>(props: AddListedProps<Listed>) => {
  const { noun, word, hint, isListed, fetch, onAdd } = props;
  const withArticle = `${word.startsWith("a") ? "an" : "a"} ${word}`;
  const [search, setSearch] = useState("");
  const { data, error, isPlaceholderData } = useQuery({
    ...choicesQuery(noun, search.trim()),
    placeholderData: keepPreviousData,
  });
  const add = useMutation({ mutationFn: fetch, onSuccess: onAdd });
  const choices = data?.filter(({ id }) => !isListed(id));
  const failure = error ?? add.error;
  return (
    <div className="w-96 max-w-full">
      <FormField
        label={`Add ${withArticle}`}
        hint={hint}
        error={failure === null ? undefined : explainFailure(failure)}
      >
        {(wiring) => (
          <Combobox
            {...wiring}
            searchLabel={`Search for ${withArticle}`}
            shown={add.isPending ? "Adding" : `Choose ${withArticle}`}
            isEmpty
            value=""
            choices={choices ?? []}
            search={search}
            onSearch={setSearch}
            onChoose={add.mutate}
            onBlur={() => undefined}
            isStale={isPlaceholderData}
            note={
              choices?.length === 0 && (
                <p className="px-2 py-1 text-grey-11">No other {word} has this name.</p>
              )
            }
          />
        )}
      </FormField>
    </div>
  );
};
