import type { AddBlockedCallers, BlockedCaller } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount, type Changed } from "#modules/audit/change-account.ts";
import { addEntry } from "./add-entry.ts";
import { requireRoom } from "./require-room.ts";

/** All of them or none. */
export const addBlockedCallers = async ({
  pools,
  ctx,
  input,
}: Verb<AddBlockedCallers>): Promise<{ items: BlockedCaller[] }> => ({
  items: await changeAccount({ pools, ctx }, async (tx) => {
    const added: Changed<BlockedCaller>[] = [];
    for (const [index, item] of input.items.entries()) {
      added.push(await addEntry(tx, item, `body.items.${index}`));
    }
    await requireRoom(tx);
    return {
      result: added.map(({ result }) => result),
      change: added.flatMap(({ change }) => change),
    };
  }),
});
