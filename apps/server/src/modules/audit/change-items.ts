import type { AccountTransaction } from "#db/transaction.ts";
import { atItem, type BulkItem, missing, requireVersion } from "#http/bulk-item.ts";
import type { Changed } from "./change-account.ts";
import type { Change } from "./record-change.ts";

type Id = string | number;

/** How the nouns of one kind are read and written. */
export type NounStore<NounId extends Id, Noun, Patch> = {
  noun: string;
  /** Those of the ids that are there. */
  read(tx: AccountTransaction, ids: NounId[]): Promise<Noun[]>;
  /** Gives all of them what the patch has, and adds one to their versions. */
  write(tx: AccountTransaction, ids: NounId[], patch: Patch): Promise<void>;
};

/** An item with the noun as it stands before the change. */
export type Found<Noun, NounId, Patch> = BulkItem<NounId, Patch> & { before: Noun };

/** Items that are to get the same are written together: others wait for the account's lock meanwhile. */
const toGroups = <NounId, Patch extends object>(items: readonly BulkItem<NounId, Patch>[]) => {
  const groups = new Map<string, { ids: NounId[]; patch: Patch; path: string }>();
  for (const { id, patch, path } of items) {
    const key = JSON.stringify({ ...patch, version: undefined });
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ids: [id], patch, path });
    else group.ids.push(id);
  }
  return groups.values();
};

/**
 * Changes nouns of one kind: each is looked up, its version compared, all are checked together, then each is
 * written and read again. Throws at the first that cannot be changed, with its place in the request.
 */
export const changeItems = async <
  NounId extends Id,
  Noun extends { id: NounId; version: number },
  Patch extends { version?: number | undefined },
>(
  tx: AccountTransaction,
  store: NounStore<NounId, Noun, Patch>,
  {
    action,
    items,
    check,
  }: {
    action: "update" | "archive";
    items: readonly BulkItem<NounId, Patch>[];
    check?: (found: readonly Found<Noun, NounId, Patch>[]) => Promise<void>;
  },
): Promise<{ result: Noun[]; change: Change[] }> => {
  const readById = async (): Promise<Map<NounId, Noun>> => {
    const nouns = await store.read(
      tx,
      items.map(({ id }) => id),
    );
    return new Map(nouns.map((noun) => [noun.id, noun]));
  };
  const befores = await readById();
  const found = items.map((item) => {
    const before = befores.get(item.id);
    if (before === undefined) throw missing(store.noun, item);
    requireVersion(before.version, item.patch.version, item.path);
    return { ...item, before };
  });
  await check?.(found);
  for (const { ids, patch, path } of toGroups(found)) await atItem(path, () => store.write(tx, ids, patch));
  const afters = await readById();
  const changed = found.flatMap(({ id, before }) => {
    const after = afters.get(id);
    return after === undefined ? [] : [{ before, after }];
  });
  return {
    result: changed.map(({ after }) => after),
    change: changed.map(({ before, after }) => ({
      action,
      noun: store.noun,
      nounId: String(after.id),
      before,
      after,
      book: true,
    })),
  };
};

/** The change of the one noun that was asked for. */
export const toOnly = <Noun>({
  result: [result],
  change,
}: {
  result: Noun[];
  change: Change[];
}): Changed<Noun> => {
  if (result === undefined) throw new Error("One item was to be changed.");
  return { result, change };
};
