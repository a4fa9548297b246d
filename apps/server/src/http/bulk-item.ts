import { AppError, notFound } from "./app-error.ts";
import { toAppError } from "./database-error.ts";

/** One noun to be changed, with where the request holds its id (null: in the address) and its fields. */
export type BulkItem<Id, Patch> = { id: Id; patch: Patch; idPath: string | null; path: string };

/** What a request changes that has the id in its address. */
export const toSingleItem = <Id, Patch>({ id, patch }: { id: Id; patch: Patch }): BulkItem<Id, Patch> => ({
  id,
  patch,
  idPath: null,
  path: "body",
});

/** What a request changes that lists ids with their changes. */
export const toBulkItems = <Id, Patch>(items: readonly { id: Id; patch: Patch }[]): BulkItem<Id, Patch>[] =>
  items.map(({ id, patch }, index) => ({
    id,
    patch,
    idPath: `body.items.${index}.id`,
    path: `body.items.${index}.patch`,
  }));

export const toSingleArchive = <Id>({ id }: { id: Id }) =>
  toSingleItem({ id, patch: { status: "archived" as const } });

export const toBulkArchive = <Id>(ids: readonly Id[]) =>
  ids.map((id, index) => ({
    id,
    patch: { status: "archived" as const },
    idPath: `body.ids.${index}`,
    path: `body.ids.${index}`,
  }));

/** No such noun, said at its place where a list of ids was sent. */
export const missing = (noun: string, { idPath }: { idPath: string | null }): AppError => {
  const { code, message } = notFound(noun);
  return new AppError(code, message, { details: idPath === null ? [] : [{ path: idPath, message }] });
};

/** Refuses to overwrite what its writer has not seen. */
export const requireVersion = (present: number, sent: number | undefined, path: string): void => {
  if (sent === undefined || sent === present) return;
  const message = "Somebody changed this meanwhile.";
  throw new AppError("stale", message, { details: [{ path: `${path}.version`, message }] });
};

/** Runs a write; where a database's refusal names a field of the body, it is that of the item. */
export const atItem = async (path: string, write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) throw error;
    const details = known.details.map((each) => ({ ...each, path: each.path.replace(/^body/, path) }));
    throw new AppError(known.code, known.message, { details, cause: error });
  }
};
