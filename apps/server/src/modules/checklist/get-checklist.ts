import type { Checklist } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { findChecklistFacts } from "./checklist.store.ts";
import { toChecklist } from "./to-checklist.ts";

export const getChecklist = async ({ pools, ctx }: { pools: Pools; ctx: Context }): Promise<Checklist> => {
  const facts = await withAccount(pools.app, ctx.accountId, findChecklistFacts);
  if (facts === undefined) throw new AppError("unauthenticated", "This account is gone.");
  return toChecklist(facts);
};
