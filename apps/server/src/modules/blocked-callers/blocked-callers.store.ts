import type { BlockedCaller, ListBlockedCallersQuery, UpdateBlockedCaller } from "@ccp/contract";
import { and, count, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { blockedCallers, campaigns } from "#db/schema/campaigns.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import { contains, isAmong } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";
import type { Line, NewEntry } from "./new-entry.ts";

const isExpired = sql<boolean>`coalesce(${blockedCallers.expiresAt} <= now(), false)`;

const columns = {
  id: blockedCallers.id,
  kind: blockedCallers.kind,
  value: blockedCallers.value,
  campaign: { id: campaigns.id, name: campaigns.name },
  reason: blockedCallers.reason,
  expiresAt: blockedCallers.expiresAt,
  isExpired,
  version: blockedCallers.version,
  createdAt: blockedCallers.createdAt,
  updatedAt: blockedCallers.updatedAt,
};

type Row = Omit<BlockedCaller, "expiresAt" | "createdAt" | "updatedAt"> & {
  expiresAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

const toBlockedCaller = (row: Row): BlockedCaller => ({
  ...row,
  value: row.value === "" ? "" : `+${row.value}`,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const itsCampaign = and(
  eq(campaigns.accountId, blockedCallers.accountId),
  eq(campaigns.id, blockedCallers.campaignId),
);

const sorts = {
  value: { expression: blockedCallers.value, type: "text" },
  kind: { expression: blockedCallers.kind, type: "text" },
  // Entries for every campaign come first.
  campaign: { expression: sql`coalesce(lower(${campaigns.name}), '')`, type: "text" },
  reason: { expression: sql`lower(${blockedCallers.reason})`, type: "text" },
  expiresAt: { expression: sql`coalesce(${blockedCallers.expiresAt}, 'infinity')`, type: "timestamptz" },
  createdAt: { expression: blockedCallers.createdAt, type: "timestamptz" },
  updatedAt: { expression: blockedCallers.updatedAt, type: "timestamptz" },
} as const;

/** Part of a number in any format, or of a reason. */
const isLike = (search: string): SQL | undefined => {
  const digits = /^[\d\s()+./*-]+$/.test(search) ? search.replaceAll(/\D/g, "") : "";
  return or(
    contains(blockedCallers.reason, search),
    digits === "" ? undefined : contains(blockedCallers.value, digits),
  );
};

const isWanted = ({ search, ...query }: ListBlockedCallersQuery): SQL | undefined =>
  and(
    search === undefined || search === "" ? undefined : isLike(search),
    isAmong(blockedCallers.kind, query.kind),
    isAmong(blockedCallers.campaignId, query.campaignId),
    query.isExpired === undefined ? undefined : eq(isExpired, query.isExpired === "true"),
  );

export const selectBlockedCallers = async (
  tx: AccountTransaction,
  query: ListBlockedCallersQuery,
): Promise<Page<BlockedCaller>> => {
  const keyset = toKeyset(query, sorts, { expression: blockedCallers.id, type: "bigint" });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(blockedCallers)
    .leftJoin(campaigns, itsCampaign)
    .where(and(eq(blockedCallers.accountId, tx.accountId), isWanted(query), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toBlockedCaller);
};

/** Those of the ids that are there. */
export const readBlockedCallers = async (tx: AccountTransaction, ids: number[]): Promise<BlockedCaller[]> => {
  const rows = await tx.db
    .select(columns)
    .from(blockedCallers)
    .leftJoin(campaigns, itsCampaign)
    .where(and(eq(blockedCallers.accountId, tx.accountId), inArray(blockedCallers.id, ids)));
  return rows.map(toBlockedCaller);
};

export const getBlockedCallerRow = async (tx: AccountTransaction, id: number): Promise<BlockedCaller> => {
  const [entry] = await readBlockedCallers(tx, [id]);
  if (entry === undefined) throw notFound("blocked-caller");
  return entry;
};

export const countBlockedCallers = async (tx: AccountTransaction): Promise<number> => {
  const [row] = await tx.db
    .select({ value: count() })
    .from(blockedCallers)
    .where(eq(blockedCallers.accountId, tx.accountId));
  return row?.value ?? 0;
};

export const insertBlockedCaller = async (
  tx: AccountTransaction,
  { expiresAt, ...entry }: NewEntry,
): Promise<number> => {
  const [row] = await tx.db
    .insert(blockedCallers)
    .values({
      ...entry,
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      accountId: tx.accountId,
    })
    .returning({ id: blockedCallers.id });
  if (row === undefined) throw new Error("The insert gave no row.");
  return row.id;
};

/** The lines that blocked nobody yet, or nobody any more, each as an entry; one statement, however many they are. */
export const insertMissing = async (
  tx: AccountTransaction,
  lines: readonly Line[],
  { campaignId, expiresAt }: Pick<NewEntry, "campaignId" | "expiresAt">,
): Promise<{ id: number; value: string }[]> => {
  const { rows } = await tx.query<{ id: string; value: string }>(
    `insert into blocked_callers (account_id, campaign_id, kind, value, reason, expires_at)
     select $1, $2, kind, value, reason, $3
     from unnest($4::text[], $5::text[], $6::text[]) with ordinality as lines (kind, value, reason, place)
     order by place
     on conflict on constraint blocked_callers_same do update
       set reason = excluded.reason, expires_at = excluded.expires_at, version = blocked_callers.version + 1,
         updated_at = now()
       where blocked_callers.expires_at <= now()
     returning id, value`,
    [
      tx.accountId,
      campaignId,
      expiresAt,
      lines.map(({ kind }) => kind),
      lines.map(({ value }) => value),
      lines.map(({ reason }) => reason),
    ],
  );
  return rows.map(({ id, value }) => ({ id: Number(id), value }));
};

const writeBlockedCallers = async (
  tx: AccountTransaction,
  ids: number[],
  { reason, expiresAt }: UpdateBlockedCaller,
): Promise<void> => {
  await tx.db
    .update(blockedCallers)
    .set({
      ...(reason !== undefined && { reason }),
      ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
      version: sql`${blockedCallers.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(blockedCallers.accountId, tx.accountId), inArray(blockedCallers.id, ids)));
};

export const blockedCallerStore = {
  noun: "blocked-caller",
  read: readBlockedCallers,
  write: writeBlockedCallers,
} as const satisfies NounStore<number, BlockedCaller, UpdateBlockedCaller>;

export const deleteBlockedCallers = async (tx: AccountTransaction, ids: number[]): Promise<void> => {
  await tx.db
    .delete(blockedCallers)
    .where(and(eq(blockedCallers.accountId, tx.accountId), inArray(blockedCallers.id, ids)));
};
