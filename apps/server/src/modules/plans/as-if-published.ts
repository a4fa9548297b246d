import type { AccountTransaction } from "#db/transaction.ts";
import { findDraft } from "./plan-drafts.store.ts";
import { replacePlanRows } from "./plan-rows.store.ts";
import { writePublished } from "./plans.store.ts";
import { showRows } from "./show-rows.store.ts";
import { toPlanDocument, toRowInputs } from "./to-plan-document.ts";

/** Reads something as it would be if the plan's draft were published, and leaves the plan as it is; undefined without one. */
export const asIfPublished = async <Result>(
  tx: AccountTransaction,
  planId: string,
  read: () => Promise<Result>,
): Promise<Result | undefined> => {
  const draft = await findDraft(tx, planId);
  if (draft === undefined) return undefined;
  const { strategies, basedOn: versionNumber } = draft;
  // Whoever is gone for good since it was saved cannot be a row.
  const items = toRowInputs(toPlanDocument(await showRows(tx, draft.items), strategies));
  await tx.query("savepoint as_if_published", []);
  try {
    await replacePlanRows(tx, planId, items);
    await writePublished(tx, planId, { strategies, versionNumber });
    return await read();
  } finally {
    await tx.query("rollback to savepoint as_if_published", []);
  }
};
