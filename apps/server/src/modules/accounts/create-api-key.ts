import { canGrant, type ApiKey, type CreateApiKey } from "@ccp/contract";
import { AppError } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { makeApiKey } from "./api-key-text.ts";
import { insertApiKey } from "./api-keys.store.ts";

/** The key itself is in this answer and nowhere else, ever. */
export const createApiKey = async ({
  pools,
  ctx,
  input,
}: Verb<CreateApiKey>): Promise<ApiKey & { key: string }> => {
  if (!canGrant(ctx.role, input.role)) {
    throw new AppError("forbidden", `The role ${ctx.role} may not give the role ${input.role}.`);
  }
  return changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const key = makeApiKey();
    const after = await insertApiKey(tx, input, key);
    return {
      result: { ...after, key },
      change: { action: "create", noun: "api-key", nounId: after.id, before: null, after, book: false },
    };
  });
};
