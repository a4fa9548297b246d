import type { Billing, Buyer, CreateBuyer, ListBuyersQuery, UpdateBuyer } from "@ccp/contract";
import type { Protection } from "@ccp/engine";
import { and, eq, inArray, sql } from "drizzle-orm";
import { buyers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";
import { toCapsColumn } from "#modules/caps/to-caps-column.ts";

const columns = {
  id: buyers.id,
  name: buyers.name,
  status: buyers.status,
  caps: buyers.caps,
  concurrencyMax: buyers.concurrencyMax,
  repeatCallers: buyers.repeatCallers,
  billing: buyers.billing,
  creditLimitMicros: buyers.creditLimitMicros,
  balanceMode: buyers.balanceMode,
  targetCount: sql<number>`(select count(*)::int from targets used
    where used.account_id = buyers.account_id and used.buyer_id = buyers.id and used.status <> 'archived')`,
  version: buyers.version,
  createdAt: buyers.createdAt,
  updatedAt: buyers.updatedAt,
};

type Row = Pick<typeof buyers.$inferSelect, Exclude<keyof typeof columns, "targetCount">> &
  Pick<Buyer, "targetCount">;

const toBilling = ({ billing, creditLimitMicros, balanceMode }: Row): Billing =>
  billing === "postpaid"
    ? { kind: "postpaid" }
    : { kind: "prepaid", creditLimitMicros: creditLimitMicros.toString(), mode: balanceMode };

const toBillingColumns = (
  billing: Billing | undefined,
): Partial<Pick<typeof buyers.$inferInsert, "billing" | "creditLimitMicros" | "balanceMode">> => {
  if (billing === undefined) return {};
  return billing.kind === "postpaid"
    ? { billing: "postpaid" }
    : {
        billing: "prepaid",
        creditLimitMicros: BigInt(billing.creditLimitMicros),
        balanceMode: billing.mode,
      };
};

const toBuyer = (row: Row): Buyer => ({
  id: row.id,
  name: row.name,
  status: row.status,
  caps: (row.caps ?? []) as Buyer["caps"],
  concurrencyMax: row.concurrencyMax,
  repeatCallers: row.repeatCallers as Protection | null,
  billing: toBilling(row),
  balanceMicros: null,
  targetCount: row.targetCount,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const selectBuyers = async (tx: AccountTransaction, query: ListBuyersQuery): Promise<Page<Buyer>> => {
  const { keyset, where } = toNounList(tx.accountId, buyers, query, { idType: "bigint" });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(buyers)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toBuyer);
};

/** Those of the ids that are there. */
export const readBuyers = async (tx: AccountTransaction, ids: number[]): Promise<Buyer[]> => {
  const rows = await tx.db
    .select(columns)
    .from(buyers)
    .where(and(eq(buyers.accountId, tx.accountId), inArray(buyers.id, ids)));
  return rows.map(toBuyer);
};

export const getBuyerRow = async (tx: AccountTransaction, id: number): Promise<Buyer> => {
  const [buyer] = await readBuyers(tx, [id]);
  if (buyer === undefined) throw notFound("buyer");
  return buyer;
};

export const insertBuyer = async (
  tx: AccountTransaction,
  { billing, ...input }: CreateBuyer,
): Promise<number> => {
  const [row] = await tx.db
    .insert(buyers)
    .values({
      ...input,
      ...toBillingColumns(billing),
      caps: toCapsColumn(input.caps),
      accountId: tx.accountId,
    })
    .returning({ id: buyers.id });
  if (row === undefined) throw new Error("The insert gave no row.");
  return row.id;
};

export type BuyerPatch = Omit<UpdateBuyer, "status"> & { status?: Buyer["status"] | undefined };

export const writeBuyer = async (tx: AccountTransaction, ids: number[], patch: BuyerPatch): Promise<void> => {
  const { version: _, billing, caps, ...values } = patch;
  await tx.db
    .update(buyers)
    .set({
      ...values,
      ...toBillingColumns(billing),
      caps: toCapsColumn(caps),
      version: sql`${buyers.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(buyers.accountId, tx.accountId), inArray(buyers.id, ids)));
};

export const buyerStore = { noun: "buyer", read: readBuyers, write: writeBuyer } as const satisfies NounStore<
  number,
  Buyer,
  BuyerPatch
>;
