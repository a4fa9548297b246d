import type { CallFilter } from "./filter.ts";
import { tags } from "./tag.ts";

/** The ids of value lists, campaigns and publishers that a filter names, each once. */
export const listFilterIds = ({ all }: CallFilter): string[] => [
  ...new Set(
    all.flatMap(({ any }) =>
      any.flatMap(({ tag, value, values, listId }) => {
        const told = tags[tag].type === "id" ? [value, ...(values ?? [])] : [];
        return [listId, ...told].flatMap((id) => id ?? []);
      }),
    ),
  ),
];
