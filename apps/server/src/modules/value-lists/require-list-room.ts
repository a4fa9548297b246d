import { valueListsMax } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { countValueLists } from "./value-lists.store.ts";

/** Refuses what would make the lists more than an account may have. */
export const requireListRoom = async (tx: AccountTransaction): Promise<void> => {
  if ((await countValueLists(tx)) <= valueListsMax) return;
  throw new AppError("conflict", `An account has at most ${valueListsMax} value lists. Archive some first.`);
};
