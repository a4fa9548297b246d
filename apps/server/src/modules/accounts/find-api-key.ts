import type { Role } from "@ccp/contract";
import { eq } from "drizzle-orm";
import type { Pools } from "#db/client.ts";
import { apiKeyDirectory } from "#db/schema/directory.ts";
import { withAccount, withDirectory } from "#db/transaction.ts";
import { hashApiKey } from "./api-key-text.ts";
import { findApiKeyRow } from "./api-keys.store.ts";

/** Whose key this is; undefined when nobody's, or when it was revoked. */
export const findApiKey = async ({
  pools,
  key,
}: {
  pools: Pools;
  key: string;
}): Promise<{ accountId: string; apiKeyId: string; role: Role } | undefined> => {
  const [entry] = await withDirectory(pools.app, ({ db }) =>
    db
      .select({ accountId: apiKeyDirectory.accountId, apiKeyId: apiKeyDirectory.apiKeyId })
      .from(apiKeyDirectory)
      .where(eq(apiKeyDirectory.keyHash, hashApiKey(key))),
  );
  if (entry === undefined) return undefined;
  const row = await withAccount(pools.app, entry.accountId, (tx) => findApiKeyRow(tx, entry.apiKeyId));
  return row === undefined || row.revokedAt !== null ? undefined : { ...entry, role: row.role };
};
