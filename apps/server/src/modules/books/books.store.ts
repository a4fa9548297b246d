import type { AccountBook } from "@ccp/engine";
import { and, asc, eq, ne } from "drizzle-orm";
import { accounts, carrierAccounts } from "#db/schema/accounts.ts";
import { books } from "#db/schema/calls.ts";
import { campaignPayouts, campaigns, numbers } from "#db/schema/campaigns.ts";
import { buyers, publishers, targets } from "#db/schema/parties.ts";
import { planRows, plans, targetGroupMembers, targetGroups } from "#db/schema/plans.ts";
import type { AccountTransaction, Transaction } from "#db/transaction.ts";

/**
 * The account, locked: every change that a book shows moves its revision in the same transaction, so until this
 * one ends the book's tables stand still.
 */
export const lockAccountRow = async (tx: AccountTransaction) => {
  const [account] = await tx.db
    .select({
      revision: accounts.revision,
      currency: accounts.currency,
      timeZone: accounts.timeZone,
      attestations: accounts.attestations,
      dialCountries: accounts.dialCountries,
      highRiskPrefixes: accounts.highRiskPrefixes,
    })
    .from(accounts)
    .where(eq(accounts.accountId, tx.accountId))
    .for("update");
  return account;
};

/** Gives the account's book a revision of its own. */
export const moveRevision = (tx: AccountTransaction, revision: number) =>
  tx.db.update(accounts).set({ revision }).where(eq(accounts.accountId, tx.accountId));

export const listCarrierAccounts = (tx: AccountTransaction) =>
  tx.db
    .select()
    .from(carrierAccounts)
    .where(eq(carrierAccounts.accountId, tx.accountId))
    .orderBy(asc(carrierAccounts.id));

export const listCampaigns = (tx: AccountTransaction) =>
  tx.db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.accountId, tx.accountId), ne(campaigns.status, "archived")))
    .orderBy(asc(campaigns.id));

/** Targets that can be dialled, each with its buyer. */
export const listTargets = (tx: AccountTransaction) =>
  tx.db
    .select({ target: targets, buyer: buyers })
    .from(targets)
    .innerJoin(buyers, and(eq(buyers.accountId, targets.accountId), eq(buyers.id, targets.buyerId)))
    .where(
      and(eq(targets.accountId, tx.accountId), ne(targets.status, "archived"), ne(buyers.status, "archived")),
    );

export const listPlans = (tx: AccountTransaction) =>
  tx.db
    .select({ id: plans.id, name: plans.name, strategies: plans.strategies })
    .from(plans)
    .where(eq(plans.accountId, tx.accountId));

export const listPlanRows = (tx: AccountTransaction) =>
  tx.db.select().from(planRows).where(eq(planRows.accountId, tx.accountId)).orderBy(asc(planRows.position));

export const listTargetGroups = (tx: AccountTransaction) =>
  tx.db
    .select({
      id: targetGroups.id,
      name: targetGroups.name,
      status: targetGroups.status,
      strategy: targetGroups.strategy,
    })
    .from(targetGroups)
    .where(and(eq(targetGroups.accountId, tx.accountId), ne(targetGroups.status, "archived")));

export const listGroupMembers = (tx: AccountTransaction) =>
  tx.db
    .select()
    .from(targetGroupMembers)
    .where(eq(targetGroupMembers.accountId, tx.accountId))
    .orderBy(asc(targetGroupMembers.position));

/** Terms that act: switched on, and of publishers that still count. */
export const listCampaignPayouts = (tx: AccountTransaction) =>
  tx.db
    .select({
      campaignId: campaignPayouts.campaignId,
      publisherId: campaignPayouts.publisherId,
      payout: campaignPayouts.payout,
    })
    .from(campaignPayouts)
    .innerJoin(
      publishers,
      and(
        eq(publishers.accountId, campaignPayouts.accountId),
        eq(publishers.id, campaignPayouts.publisherId),
      ),
    )
    .where(
      and(
        eq(campaignPayouts.accountId, tx.accountId),
        eq(campaignPayouts.enabled, true),
        ne(publishers.status, "archived"),
      ),
    )
    .orderBy(asc(campaignPayouts.campaignId), asc(campaignPayouts.publisherId));

/** Numbers, each with the publisher that still counts and its standing. */
export const listNumbers = (tx: AccountTransaction) =>
  tx.db
    .select({ number: numbers, publisherId: publishers.id, publisherStatus: publishers.status })
    .from(numbers)
    .leftJoin(
      publishers,
      and(
        eq(publishers.accountId, numbers.accountId),
        eq(publishers.id, numbers.publisherId),
        ne(publishers.status, "archived"),
      ),
    )
    .where(eq(numbers.accountId, tx.accountId))
    .orderBy(asc(numbers.id));

export const findBookHash = async (tx: AccountTransaction, revision: number): Promise<string | undefined> => {
  const [row] = await tx.db
    .select({ hash: books.hash })
    .from(books)
    .where(and(eq(books.accountId, tx.accountId), eq(books.revision, revision)));
  return row?.hash;
};

export const insertBook = (tx: AccountTransaction, book: AccountBook, hash: string) =>
  tx.db.insert(books).values({ accountId: tx.accountId, revision: book.revision, hash, document: book });

/** Every account with the revision of its book, for the directory's role. */
export const listRevisions = async (tx: Transaction): Promise<{ accountId: string; revision: number }[]> =>
  tx.db.select({ accountId: accounts.accountId, revision: accounts.revision }).from(accounts);
