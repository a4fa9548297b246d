import { invalidField } from "#http/app-error.ts";

/** A reference with the field that holds it. */
export type FieldReference<Id> = { id: Id; path: string };

type Status = "active" | "paused" | "archived";

/** Refuses references to nouns that are absent, somebody else's or archived; `read` gives those that are there. */
export const requireInService = async <Id extends string | number>(
  noun: string,
  references: readonly FieldReference<Id>[],
  read: (ids: Id[]) => Promise<{ id: Id; status: Status }[]>,
): Promise<void> => {
  if (references.length === 0) return;
  const found = await read(references.map(({ id }) => id));
  const statuses = new Map(found.map(({ id, status }) => [id, status]));
  for (const { id, path } of references) {
    const status = statuses.get(id);
    if (status === undefined) throw invalidField(path, `There is no such ${noun}.`);
    if (status === "archived") throw invalidField(path, `This ${noun} is archived.`);
  }
};
