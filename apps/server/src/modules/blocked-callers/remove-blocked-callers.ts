import type { BlockedCaller } from "@ccp/contract";
import { missing } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { deleteBlockedCallers, readBlockedCallers } from "./blocked-callers.store.ts";

/** All of them or none; gives back what was removed, so that it can be added again. */
export const removeBlockedCallers = async ({
  pools,
  ctx,
  input: { ids },
}: Verb<{ ids: number[] }>): Promise<{ items: BlockedCaller[] }> => ({
  items: await changeAccount({ pools, ctx }, async (tx) => {
    const entries = new Map((await readBlockedCallers(tx, ids)).map((entry) => [entry.id, entry]));
    const removed = ids.map((id, index) => {
      const entry = entries.get(id);
      if (entry === undefined) throw missing("blocked-caller", { idPath: `body.ids.${index}` });
      return entry;
    });
    await deleteBlockedCallers(tx, ids);
    return {
      result: removed,
      change: removed.map((before) => ({
        action: "remove",
        noun: "blocked-caller",
        nounId: String(before.id),
        before,
        after: null,
        book: true,
      })),
    };
  }),
});
