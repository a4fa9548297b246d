import type { CallFilter } from "./filter.ts";

const uuidPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The ids of value lists, campaigns and publishers that a filter names, each once. */
export const listFilterIds = ({ all }: CallFilter): string[] => [
  ...new Set(
    all.flatMap(({ any }) =>
      any.flatMap(({ tag, value, values, listId }) => {
        const isNoun = tag === "Campaign:Id" || tag === "Publisher:Id";
        const told = isNoun ? [value, ...(values ?? [])] : [];
        return [listId, ...told].flatMap((id) => (id !== undefined && uuidPattern.test(id) ? [id] : []));
      }),
    ),
  ),
];
