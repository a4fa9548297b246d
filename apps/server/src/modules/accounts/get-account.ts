import type { Account } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { findAccountRow } from "./accounts.store.ts";

/** The account of the transaction. */
export const getAccountRow = async (tx: AccountTransaction): Promise<Account> => {
  const account = await findAccountRow(tx);
  if (account === undefined) throw new AppError("unauthenticated", "This account is gone.");
  return account;
};

export const getAccount = ({ pools, ctx }: { pools: Pools; ctx: Context }): Promise<Account> =>
  withAccount(pools.app, ctx.accountId, getAccountRow);
