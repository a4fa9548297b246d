import type { CreateNumber, ListNumbersQuery, NumberResource, UpdateNumber } from "@ccp/contract";
import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { carrierAccounts } from "#db/schema/accounts.ts";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import { publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import { contains, isAmong } from "#http/noun-list.ts";
import { toNumberDigits } from "#http/number-digits.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";

const columns = {
  id: numbers.id,
  number: numbers.number,
  label: numbers.label,
  status: numbers.status,
  carrierAccount: { id: carrierAccounts.id, name: carrierAccounts.name },
  campaign: { id: campaigns.id, name: campaigns.name },
  publisher: { id: publishers.id, name: publishers.name },
  version: numbers.version,
  createdAt: numbers.createdAt,
  updatedAt: numbers.updatedAt,
};

type Row = Omit<NumberResource, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const toNumber = (row: Row): NumberResource => ({
  id: row.id,
  number: row.number,
  label: row.label,
  status: row.status,
  carrierAccount: row.carrierAccount,
  campaign: row.campaign,
  publisher: row.publisher,
  version: row.version,
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

const sorts = {
  number: { expression: numbers.number, type: "text" },
  label: { expression: sql`lower(${numbers.label})`, type: "text" },
  status: { expression: numbers.status, type: "text" },
  // Numbers of none come first.
  campaign: { expression: sql`coalesce(lower(${campaigns.name}), '')`, type: "text" },
  publisher: { expression: sql`coalesce(lower(${publishers.name}), '')`, type: "text" },
  createdAt: { expression: numbers.createdAt, type: "timestamptz" },
  updatedAt: { expression: numbers.updatedAt, type: "timestamptz" },
} as const;

/** Part of a number in any format, or of a label. */
const isLike = (search: string): SQL | undefined => {
  const digits = toNumberDigits(search);
  return or(
    contains(numbers.label, search),
    digits === undefined ? undefined : contains(numbers.number, digits),
  );
};

const isWanted = ({ search, isAssigned, ...query }: ListNumbersQuery): SQL | undefined =>
  and(
    search === undefined || search === "" ? undefined : isLike(search),
    isAmong(numbers.status, query.status),
    isAmong(numbers.campaignId, query.campaignId),
    isAmong(numbers.publisherId, query.publisherId),
    isAmong(numbers.carrierAccountId, query.carrierAccountId),
    isAssigned === "true" ? isNotNull(numbers.campaignId) : undefined,
    isAssigned === "false" ? isNull(numbers.campaignId) : undefined,
  );

export const selectNumbers = async (
  tx: AccountTransaction,
  query: ListNumbersQuery,
): Promise<Page<NumberResource>> => {
  const keyset = toKeyset(query, sorts, { expression: numbers.id, type: "bigint" });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(numbers)
    .innerJoin(carrierAccounts, itsCarrierAccount)
    .leftJoin(campaigns, itsCampaign)
    .leftJoin(publishers, itsPublisher)
    .where(and(eq(numbers.accountId, tx.accountId), isWanted(query), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toNumber);
};

/** Those of the ids that are there. */
export const readNumbers = async (tx: AccountTransaction, ids: number[]): Promise<NumberResource[]> => {
  const rows = await tx.db
    .select(columns)
    .from(numbers)
    .innerJoin(carrierAccounts, itsCarrierAccount)
    .leftJoin(campaigns, itsCampaign)
    .leftJoin(publishers, itsPublisher)
    .where(and(eq(numbers.accountId, tx.accountId), inArray(numbers.id, ids)));
  return rows.map(toNumber);
};

export const getNumberRow = async (tx: AccountTransaction, id: number): Promise<NumberResource> => {
  const [number] = await readNumbers(tx, [id]);
  if (number === undefined) throw notFound("number");
  return number;
};

export const insertNumber = async (tx: AccountTransaction, input: CreateNumber): Promise<number> => {
  const [row] = await tx.db
    .insert(numbers)
    .values({ ...input, accountId: tx.accountId })
    .returning({ id: numbers.id });
  if (row === undefined) throw new Error("The insert gave no row.");
  return row.id;
};

export const writeNumber = async (
  tx: AccountTransaction,
  ids: number[],
  patch: UpdateNumber,
): Promise<void> => {
  const { version: _, ...values } = patch;
  await tx.db
    .update(numbers)
    .set({ ...values, version: sql`${numbers.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(numbers.accountId, tx.accountId), inArray(numbers.id, ids)));
};

export const numberStore = {
  noun: "number",
  read: readNumbers,
  write: writeNumber,
} as const satisfies NounStore<number, NumberResource, UpdateNumber>;

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
