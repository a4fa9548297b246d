import { and, asc, eq } from "drizzle-orm";
import { carrierAccounts } from "#db/schema/accounts.ts";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import { publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";

const isSimulated = (tx: AccountTransaction) =>
  and(eq(carrierAccounts.accountId, tx.accountId), eq(carrierAccounts.carrier, "simulator"));

const itsCarrierAccount = and(
  eq(carrierAccounts.accountId, numbers.accountId),
  eq(carrierAccounts.id, numbers.carrierAccountId),
);

/** The account's numbers at the simulated carrier. */
export const selectTestNumbers = (tx: AccountTransaction) =>
  tx.db
    .select({
      id: numbers.id,
      number: numbers.number,
      label: numbers.label,
      campaignName: campaigns.name,
      publisherName: publishers.name,
    })
    .from(numbers)
    .innerJoin(carrierAccounts, itsCarrierAccount)
    .leftJoin(
      campaigns,
      and(eq(campaigns.accountId, numbers.accountId), eq(campaigns.id, numbers.campaignId)),
    )
    .leftJoin(
      publishers,
      and(eq(publishers.accountId, numbers.accountId), eq(publishers.id, numbers.publisherId)),
    )
    .where(and(eq(numbers.accountId, tx.accountId), isSimulated(tx)))
    .orderBy(asc(numbers.number))
    .limit(200);

/** A number that a test call of this account may dial, with the simulated carrier's own id of the account. */
export const findTestNumber = async (
  tx: AccountTransaction,
  id: number,
): Promise<{ number: string; accountRef: string } | undefined> => {
  const [row] = await tx.db
    .select({ number: numbers.number, accountRef: carrierAccounts.accountRef })
    .from(numbers)
    .innerJoin(carrierAccounts, itsCarrierAccount)
    .where(and(eq(numbers.accountId, tx.accountId), eq(numbers.id, id), isSimulated(tx)));
  return row;
};

export const hasSimulatedAccount = async (tx: AccountTransaction, accountRef: string): Promise<boolean> => {
  const rows = await tx.db
    .select({ id: carrierAccounts.id })
    .from(carrierAccounts)
    .where(and(isSimulated(tx), eq(carrierAccounts.accountRef, accountRef)));
  return rows.length > 0;
};
