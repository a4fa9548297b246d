import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { selectTargetStatuses } from "./targets.store.ts";

/** A reference to a target with the field that holds it. */
export type TargetReference = { id: string; path: string };

/** Refuses references to targets that are absent, somebody else's or archived. */
export const requireTargets = async (
  tx: AccountTransaction,
  references: readonly TargetReference[],
): Promise<void> => {
  const ids = references.map(({ id }) => id);
  const statuses = await selectTargetStatuses(tx, ids);
  for (const { id, path } of references) {
    const status = statuses.get(id);
    if (status === undefined) throw invalidField(path, "There is no such target.");
    if (status === "archived") throw invalidField(path, "This target is archived.");
  }
};
