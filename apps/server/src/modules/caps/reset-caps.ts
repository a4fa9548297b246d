import type { ResetCaps } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { raiseCapsGeneration, type CapsKey } from "./caps.store.ts";

type Reset<Id, Noun> = Verb<{ id: Id } & ResetCaps> & {
  scope: CapsKey["scope"];
  /** Throws where there is no such noun. */
  get: (tx: AccountTransaction, id: Id) => Promise<Noun>;
};

/** The live path learns of it by the next book: its counters have other names. */
export const resetCaps = <Id extends string | number, Noun extends { version: number }>({
  pools,
  ctx,
  input: { id, version, reason = "" },
  scope,
  get,
}: Reset<Id, Noun>): Promise<Noun> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await get(tx, id);
    requireVersion(before.version, version, "body");
    await raiseCapsGeneration(tx, { scope, id });
    const after = await get(tx, id);
    const told = reason === "" ? after : { ...after, reason };
    return {
      result: after,
      change: { action: "reset-caps", noun: scope, nounId: String(id), before, after: told, book: true },
    };
  });
