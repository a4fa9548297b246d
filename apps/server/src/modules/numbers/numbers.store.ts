import type { CreateNumber, NumberResource, UpdateNumber } from "@ccp/contract";
import { and, eq, or, sql } from "drizzle-orm";
import { carrierAccounts } from "#db/schema/accounts.ts";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import { publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import { contains } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";

const columns = {
  id: numbers.id,
  number: numbers.number,
  label: numbers.label,
  carrierAccount: { id: carrierAccounts.id, name: carrierAccounts.name },
  campaign: { id: campaigns.id, name: campaigns.name },
  publisher: { id: publishers.id, name: publishers.name },
  createdAt: numbers.createdAt,
  updatedAt: numbers.updatedAt,
};

type Row = Omit<NumberResource, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const toNumber = (row: Row): NumberResource => ({
  id: row.id,
  number: row.number,
  label: row.label,
  carrierAccount: row.carrierAccount,
  campaign: row.campaign,
  publisher: row.publisher,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const itsCarrierAccount = and(
  eq(carrierAccounts.accountId, numbers.accountId),
  eq(carrierAccounts.id, numbers.carrierAccountId),
);

const itsCampaign = and(eq(campaigns.accountId, numbers.accountId), eq(campaigns.id, numbers.campaignId));

const itsPublisher = and(eq(publishers.accountId, numbers.accountId), eq(publishers.id, numbers.publisherId));

const isNumber = (tx: AccountTransaction, id: number) =>
  and(eq(numbers.accountId, tx.accountId), eq(numbers.id, id));

export type NumbersQuery = {
  sort: string;
  limit: number;
  cursor?: string | undefined;
  search?: string | undefined;
  campaignId?: string | undefined;
  publisherId?: string | undefined;
  carrierAccountId?: number | undefined;
};

export const selectNumbers = async (
  tx: AccountTransaction,
  query: NumbersQuery,
): Promise<Page<NumberResource>> => {
  const keyset = toKeyset(
    query,
    {
      number: { expression: numbers.number, type: "text" },
      createdAt: { expression: numbers.createdAt, type: "timestamptz" },
    },
    { expression: numbers.id, type: "bigint" },
  );
  const { search, campaignId, publisherId, carrierAccountId } = query;
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(numbers)
    .innerJoin(carrierAccounts, itsCarrierAccount)
    .leftJoin(campaigns, itsCampaign)
    .leftJoin(publishers, itsPublisher)
    .where(
      and(
        eq(numbers.accountId, tx.accountId),
        search === undefined
          ? undefined
          : or(contains(numbers.number, search), contains(numbers.label, search)),
        campaignId === undefined ? undefined : eq(numbers.campaignId, campaignId),
        publisherId === undefined ? undefined : eq(numbers.publisherId, publisherId),
        carrierAccountId === undefined ? undefined : eq(numbers.carrierAccountId, carrierAccountId),
        keyset.after,
      ),
    )
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toNumber);
};

export const getNumberRow = async (tx: AccountTransaction, id: number): Promise<NumberResource> => {
  const [row] = await tx.db
    .select(columns)
    .from(numbers)
    .innerJoin(carrierAccounts, itsCarrierAccount)
    .leftJoin(campaigns, itsCampaign)
    .leftJoin(publishers, itsPublisher)
    .where(isNumber(tx, id));
  if (row === undefined) throw notFound("number");
  return toNumber(row);
};

export const insertNumber = async (tx: AccountTransaction, input: CreateNumber): Promise<number> => {
  const [row] = await tx.db
    .insert(numbers)
    .values({ ...input, accountId: tx.accountId })
    .returning({ id: numbers.id });
  if (row === undefined) throw new Error("The insert gave no row.");
  return row.id;
};

export const writeNumber = async (tx: AccountTransaction, id: number, patch: UpdateNumber): Promise<void> => {
  await tx.db
    .update(numbers)
    .set({ ...patch, updatedAt: sql`now()` })
    .where(isNumber(tx, id));
};

export const deleteNumber = async (tx: AccountTransaction, id: number): Promise<void> => {
  await tx.db.delete(numbers).where(isNumber(tx, id));
};

export const hasCarrierAccount = async (tx: AccountTransaction, id: number): Promise<boolean> => {
  const rows = await tx.db
    .select({ id: carrierAccounts.id })
    .from(carrierAccounts)
    .where(and(eq(carrierAccounts.accountId, tx.accountId), eq(carrierAccounts.id, id)));
  return rows.length > 0;
};
