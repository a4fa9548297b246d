import type { Party } from "@ccp/engine";
import { and, eq } from "drizzle-orm";
import { buyers, publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";

const selectName = (tx: AccountTransaction, party: Party) =>
  party.kind === "buyer"
    ? tx.db
        .select({ name: buyers.name })
        .from(buyers)
        .where(and(eq(buyers.accountId, tx.accountId), eq(buyers.id, party.id)))
    : tx.db
        .select({ name: publishers.name })
        .from(publishers)
        .where(and(eq(publishers.accountId, tx.accountId), eq(publishers.id, party.id)));

/** What a party is called; undefined where the account has no such party. Archived ones are asked for money too. */
export const findPartyName = async (tx: AccountTransaction, party: Party): Promise<string | undefined> => {
  const [row] = await selectName(tx, party);
  return row?.name;
};

/** Whether the buyer's calls are paid for from a balance. */
export const paysInAdvance = async (tx: AccountTransaction, buyerId: number): Promise<boolean> => {
  const [row] = await tx.db
    .select({ billing: buyers.billing })
    .from(buyers)
    .where(and(eq(buyers.accountId, tx.accountId), eq(buyers.id, buyerId)));
  return row?.billing === "prepaid";
};
