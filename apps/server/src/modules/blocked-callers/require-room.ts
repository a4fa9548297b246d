import { blockedCallersMax } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { countBlockedCallers } from "./blocked-callers.store.ts";

/** Refuses what would make the list longer than any call should have to wait for its loading. */
export const requireRoom = async (tx: AccountTransaction): Promise<void> => {
  if ((await countBlockedCallers(tx)) <= blockedCallersMax) return;
  throw new AppError(
    "conflict",
    `An account has at most ${blockedCallersMax} blocked callers. Remove some first, or block prefixes.`,
  );
};
