import type { BlockedCaller } from "@ccp/engine";
import { asc, eq } from "drizzle-orm";
import { blockedCallers } from "#db/schema/campaigns.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/** The account's list of blocked callers, expired ones with it: whoever asks judges by their own moment. */
export const readBlocked = async (tx: AccountTransaction): Promise<BlockedCaller[]> => {
  const rows = await tx.db
    .select({
      id: blockedCallers.id,
      campaignId: blockedCallers.campaignId,
      kind: blockedCallers.kind,
      value: blockedCallers.value,
      reason: blockedCallers.reason,
      expiresAt: blockedCallers.expiresAt,
    })
    .from(blockedCallers)
    .where(eq(blockedCallers.accountId, tx.accountId))
    .orderBy(asc(blockedCallers.id));
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt?.getTime() ?? null }));
};
