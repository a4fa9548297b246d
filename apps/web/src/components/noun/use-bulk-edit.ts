import type { ConfigurationNoun } from "@ccp/contract";
import { toSubject, type Id } from "./noun-operations.ts";
import { useUndoable } from "./use-undoable.ts";

export type BulkItem<Key extends Id, Patch> = { id: Key; patch: Patch };

type BulkEdit<Row, Key extends Id, Patch> = {
  noun: ConfigurationNoun;
  rows: readonly (Row & { id: Key; name: string })[];
  /** The noun's bulk operation, such as `(items) => client.updateTargets({ body: { items } })`. */
  update: (items: BulkItem<Key, Patch>[]) => Promise<unknown>;
  /** The fields of a row that the patch is about, as they are now. */
  toFormer: (row: Row) => Patch;
};

/** The same change for several rows, all or none; undo is the same call with what each row had before. */
export const useBulkEdit = <Row, Key extends Id, Patch>({
  noun,
  rows,
  update,
  toFormer,
}: BulkEdit<Row, Key, Patch>) => {
  const { mutateAsync, isPending } = useUndoable();
  const subject = toSubject(noun, rows);
  return {
    isPending,
    apply: (patch: Patch) =>
      mutateAsync({
        act: () => update(rows.map(({ id }) => ({ id, patch }))),
        done: `Changed ${subject}`,
        undo: () => update(rows.map((row) => ({ id: row.id, patch: toFormer(row) }))),
        undone: `${subject} ${rows.length === 1 ? "is" : "are"} as before`,
      }),
  };
};
