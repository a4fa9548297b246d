import type { AccountBook } from "@ccp/engine";
import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { accounts, carrierAccounts } from "#db/schema/accounts.ts";
import { agentGroupMembers, agentGroups, agents } from "#db/schema/agents.ts";
import { books } from "#db/schema/calls.ts";
import { campaignPayouts, campaigns, numbers } from "#db/schema/campaigns.ts";
import { buyers, publishers, targets } from "#db/schema/parties.ts";
import { planRows, plans, targetGroupMembers, targetGroups } from "#db/schema/plans.ts";
import type { AccountTransaction, Transaction } from "#db/transaction.ts";

/** What a book takes over from its account. */
const selectAccount = (tx: AccountTransaction) =>
  tx.db
    .select({
      revision: accounts.revision,
      currency: accounts.currency,
      timeZone: accounts.timeZone,
      attestations: accounts.attestations,
      dialCountries: accounts.dialCountries,
      highRiskPrefixes: accounts.highRiskPrefixes,
    })
    .from(accounts)
    .where(eq(accounts.accountId, tx.accountId));

/**
 * The account, locked: every change that a book shows moves its revision in the same transaction, so until this
 * one ends the book's tables stand still.
 */
export const lockAccountRow = async (tx: AccountTransaction) => (await selectAccount(tx).for("update"))[0];

export const findAccountRow = async (tx: AccountTransaction) => (await selectAccount(tx))[0];

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

/** Targets that can be dialled, each with its buyer: all of them, or one. */
export const listTargets = (tx: AccountTransaction, id?: string) =>
  tx.db
    .select({ target: targets, buyer: buyers })
    .from(targets)
    .innerJoin(buyers, and(eq(buyers.accountId, targets.accountId), eq(buyers.id, targets.buyerId)))
    .where(
      and(
        eq(targets.accountId, tx.accountId),
        id === undefined ? undefined : eq(targets.id, id),
        ne(targets.status, "archived"),
        ne(buyers.status, "archived"),
      ),
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
      caps: targetGroups.caps,
      capsGeneration: targetGroups.capsGeneration,
      concurrencyMax: targetGroups.concurrencyMax,
      expectation: targetGroups.expectation,
    })
    .from(targetGroups)
    .where(and(eq(targetGroups.accountId, tx.accountId), ne(targetGroups.status, "archived")));

export const listGroupMembers = (tx: AccountTransaction) =>
  tx.db
    .select()
    .from(targetGroupMembers)
    .where(eq(targetGroupMembers.accountId, tx.accountId))
    .orderBy(asc(targetGroupMembers.position));

/** Agents that can be dialled. */
export const listAgents = (tx: AccountTransaction) =>
  tx.db
    .select({
      id: agents.id,
      name: agents.name,
      status: agents.status,
      destinationKind: agents.destinationKind,
      destination: agents.destination,
      skills: agents.skills,
      wrapUpSeconds: agents.wrapUpSeconds,
      callsAtOnce: agents.callsAtOnce,
    })
    .from(agents)
    .where(and(eq(agents.accountId, tx.accountId), ne(agents.status, "archived")));

export const listAgentGroups = (tx: AccountTransaction) =>
  tx.db
    .select({ id: agentGroups.id, name: agentGroups.name, status: agentGroups.status })
    .from(agentGroups)
    .where(and(eq(agentGroups.accountId, tx.accountId), ne(agentGroups.status, "archived")));

export const listAgentGroupMembers = (tx: AccountTransaction) =>
  tx.db
    .select({ groupId: agentGroupMembers.groupId, agentId: agentGroupMembers.agentId })
    .from(agentGroupMembers)
    .where(eq(agentGroupMembers.accountId, tx.accountId))
    .orderBy(asc(agentGroupMembers.position));

/** Terms that act: switched on, and of publishers that still count. */
export const listCampaignPayouts = (tx: AccountTransaction) =>
  tx.db
    .select({
      campaignId: campaignPayouts.campaignId,
      publisherId: campaignPayouts.publisherId,
      payout: campaignPayouts.payout,
      rules: campaignPayouts.rules,
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

/** Publishers that still count and have caps on their payout. */
export const listCappedPublishers = (tx: AccountTransaction) =>
  tx.db
    .select({ id: publishers.id, caps: publishers.caps, capsGeneration: publishers.capsGeneration })
    .from(publishers)
    .where(
      and(
        eq(publishers.accountId, tx.accountId),
        ne(publishers.status, "archived"),
        isNotNull(publishers.caps),
      ),
    )
    .orderBy(asc(publishers.id));

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
