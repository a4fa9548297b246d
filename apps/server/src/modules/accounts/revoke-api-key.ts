import type { ApiKey } from "@ccp/contract";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findApiKeyRow, revokeApiKeyRow } from "./api-keys.store.ts";

/** At once and for ever; repeating it changes nothing. */
export const revokeApiKey = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<ApiKey> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const before = await findApiKeyRow(tx, input.id);
    const after = await revokeApiKeyRow(tx, input.id);
    if (after === undefined) throw notFound("API key");
    return {
      result: after,
      change: { action: "revoke", noun: "api-key", nounId: after.id, before, after, book: false },
    };
  });
