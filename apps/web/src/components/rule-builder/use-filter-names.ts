import { tags, type CallFilter, type FilterNames } from "@ccp/engine";
import { useQueries } from "@tanstack/react-query";
import { nameQuery, type NounFilter } from "#api/queries.ts";

type Named = { noun: NounFilter; id: string };

const listNamed = (filter: CallFilter | null): Named[] =>
  (filter?.all ?? []).flatMap(({ any }) =>
    any.flatMap(({ tag, value, values, listId }): Named[] => {
      const noun = tag === "Campaign:Id" ? "campaignId" : "publisherId";
      const ids = tags[tag].type === "id" ? [value, ...(values ?? [])].flatMap((id) => id ?? []) : [];
      return [
        ...(listId === undefined ? [] : [{ noun: "valueListId" as const, id: listId }]),
        ...ids.map((id) => ({ noun, id }) as const),
      ];
    }),
  );

/** What the lists, campaigns and publishers in a filter are called, as far as that is known yet. */
export const useFilterNames = (filter: CallFilter | null): FilterNames => {
  const named = listNamed(filter);
  const names = useQueries({ queries: named.map(({ noun, id }) => nameQuery(noun, id)) });
  return Object.fromEntries(
    named.flatMap(({ id }, place) => {
      const name = names[place]?.data;
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
};
