import { randomUUID } from "node:crypto";
import type { ApiKey, CreateApiKey } from "@ccp/contract";
import { and, eq, isNull, sql } from "drizzle-orm";
import { apiKeys } from "#db/schema/accounts.ts";
import { apiKeyDirectory } from "#db/schema/directory.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";
import { hashApiKey, toApiKeyPrefix } from "./api-key-text.ts";

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  role: apiKeys.role,
  createdAt: apiKeys.createdAt,
  revokedAt: apiKeys.revokedAt,
};

type Row = Pick<typeof apiKeys.$inferSelect, keyof typeof columns>;

const toApiKey = (row: Row): ApiKey => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  role: row.role,
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
});

const isKey = (tx: AccountTransaction, id: string) =>
  and(eq(apiKeys.accountId, tx.accountId), eq(apiKeys.id, id));

export const selectApiKeys = async (
  tx: AccountTransaction,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<ApiKey>> => {
  const sort = "-createdAt";
  const createdAt = { expression: apiKeys.createdAt, type: "timestamptz" } as const;
  const keyset = toKeyset(
    { sort, cursor: query.cursor },
    { createdAt },
    { expression: apiKeys.id, type: "uuid" },
  );
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(apiKeys)
    .where(and(eq(apiKeys.accountId, tx.accountId), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, { limit: query.limit, sort }, toApiKey);
};

export const findApiKeyRow = async (tx: AccountTransaction, id: string): Promise<ApiKey | undefined> => {
  const [row] = await tx.db.select(columns).from(apiKeys).where(isKey(tx, id));
  return row && toApiKey(row);
};

/** Keeps the key's hash in the directory, by which requests find their account, and all else with the account. */
export const insertApiKey = async (
  tx: AccountTransaction,
  input: CreateApiKey,
  key: string,
): Promise<ApiKey> => {
  const [row] = await tx.db
    .insert(apiKeys)
    .values({
      accountId: tx.accountId,
      id: randomUUID(),
      name: input.name,
      prefix: toApiKeyPrefix(key),
      role: input.role,
    })
    .returning(columns);
  if (row === undefined) throw new Error("The insert gave no row.");
  await tx.asDirectory(({ db }) =>
    db
      .insert(apiKeyDirectory)
      .values({ keyHash: hashApiKey(key), accountId: tx.accountId, apiKeyId: row.id }),
  );
  return toApiKey(row);
};

/** Undefined when there is no such key; one that was revoked before keeps its time. */
export const revokeApiKeyRow = async (tx: AccountTransaction, id: string): Promise<ApiKey | undefined> => {
  await tx.db
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(isKey(tx, id), isNull(apiKeys.revokedAt)));
  await tx.asDirectory(({ db }) =>
    db
      .delete(apiKeyDirectory)
      .where(and(eq(apiKeyDirectory.accountId, tx.accountId), eq(apiKeyDirectory.apiKeyId, id))),
  );
  return findApiKeyRow(tx, id);
};
