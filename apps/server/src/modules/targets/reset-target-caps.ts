import type { ResetTargetCaps, Target } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getTargetRow, raiseCapsGeneration } from "./targets.store.ts";

/** The live path learns of it by the next book: its counters have other names. */
export const resetTargetCaps = ({
  pools,
  ctx,
  input: { id, version, reason = "" },
}: Verb<{ id: string } & ResetTargetCaps>): Promise<Target> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await getTargetRow(tx, id);
    requireVersion(before.version, version, "body");
    await raiseCapsGeneration(tx, id);
    const after = await getTargetRow(tx, id);
    const told = reason === "" ? after : { ...after, reason };
    return {
      result: after,
      change: { action: "reset-caps", noun: "target", nounId: id, before, after: told, book: true },
    };
  });
