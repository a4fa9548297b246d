import type { BlockedCaller, CreateBlockedCaller } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { addEntry } from "./add-entry.ts";
import { requireRoom } from "./require-room.ts";

export const createBlockedCaller = ({
  pools,
  ctx,
  input,
}: Verb<CreateBlockedCaller>): Promise<BlockedCaller> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const added = await addEntry(tx, input, "body");
    await requireRoom(tx);
    return added;
  });
