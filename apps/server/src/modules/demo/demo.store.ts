import { randomUUID } from "node:crypto";
import { planTargetInput } from "@ccp/contract";
import { and, asc, eq } from "drizzle-orm";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import { accounts, carrierAccounts, demoRows } from "#db/schema/accounts.ts";
import { buyers, publishers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { makePlan } from "#modules/plans/make-plan.ts";
import { toRevenueColumns } from "#modules/targets/revenue-columns.ts";
import { demoBuyers } from "./demo-buyers.ts";
import { insertDemoPayments } from "./insert-demo-payments.ts";
import { demoCampaigns, demoPublishers } from "./demo-plan.ts";

type Ids = ReadonlyMap<string, string>;

export type DemoNoun = "campaign" | "plan" | "number" | "publisher" | "buyer" | "target" | "carrier-account";

/** Notes what the demonstration made, for taking it away again. */
export const markDemo = async (
  { db, accountId }: AccountTransaction,
  noun: DemoNoun,
  ids: Iterable<string | number>,
): Promise<void> => {
  await db.insert(demoRows).values([...ids].map((id) => ({ accountId, noun, nounId: String(id) })));
};

const getId = (ids: Ids, name: string): string => {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo names ${name}, which it does not make.`);
  return id;
};

const insertPublishers = async (tx: AccountTransaction): Promise<Ids> => {
  const { db, accountId } = tx;
  const rows = demoPublishers.map((name) => ({
    accountId,
    id: randomUUID(),
    name,
    status: "active" as const,
  }));
  await db.insert(publishers).values(rows);
  const ids = rows.map(({ id }) => id);
  await markDemo(tx, "publisher", ids);
  return new Map(rows.map((row) => [row.name, row.id]));
};

const toBuyerRow =
  (accountId: string) =>
  ({ name, prepaid }: (typeof demoBuyers)[number]) => ({
    accountId,
    name,
    status: "active" as const,
    ...(prepaid && { billing: "prepaid" as const, creditLimitMicros: prepaid.creditLimitMicros }),
  });

const insertTargets = async (tx: AccountTransaction): Promise<Ids> => {
  const { db, accountId } = tx;
  const made = await db
    .insert(buyers)
    .values(demoBuyers.map(toBuyerRow(accountId)))
    .returning({ id: buyers.id, name: buyers.name });
  await markDemo(
    tx,
    "buyer",
    made.map(({ id }) => id),
  );
  const buyerIds = new Map(made.map((row) => [row.name, row.id]));
  await insertDemoPayments(tx, buyerIds);
  const rows = demoBuyers.flatMap((buyer) =>
    buyer.targets.map(({ phone, revenue, ...settings }) => ({
      ...settings,
      ...toRevenueColumns(revenue),
      accountId,
      id: randomUUID(),
      buyerId: buyerIds.get(buyer.name) ?? 0,
      status: "active" as const,
      destinationKind: "phone" as const,
      destination: phone,
    })),
  );
  await db.insert(targets).values(rows);
  await markDemo(
    tx,
    "target",
    rows.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.name, row.id]));
};

/** One for each campaign, of the same name. */
const insertPlans = async (tx: AccountTransaction, targetIds: Ids): Promise<Ids> => {
  const ids = new Map<string, string>();
  for (const { terms, rows, strategies } of demoCampaigns) {
    const items = rows.map(({ target, priority, weight }) =>
      planTargetInput.parse({ kind: "target", targetId: getId(targetIds, target), priority, weight }),
    );
    const actor = { kind: "system", id: "demo" } as const;
    const content = { items, strategies: [...strategies] };
    ids.set(terms.name, await makePlan(tx, { actor }, { name: terms.name, content }));
  }
  await markDemo(tx, "plan", ids.values());
  return ids;
};

const insertCampaigns = async (tx: AccountTransaction, targetIds: Ids): Promise<Ids> => {
  const { db, accountId } = tx;
  const planIds = await insertPlans(tx, targetIds);
  const ids = new Map(demoCampaigns.map(({ terms }) => [terms.name, randomUUID() as string]));
  await db.insert(campaigns).values(
    demoCampaigns.map(({ terms, fallback }) => ({
      ...terms,
      accountId,
      id: getId(ids, terms.name),
      planId: getId(planIds, terms.name),
      status: "active" as const,
      dialAttemptsMax: 3,
      ringTimeoutSeconds: 20,
      timeLimitSeconds: 3600,
      callerId: "caller" as const,
      apology: "We are sorry, nobody can take your call right now. Please try again later.",
      fallbackTargetId: fallback === null ? null : getId(targetIds, fallback),
    })),
  );
  await markDemo(tx, "campaign", ids.values());
  return ids;
};

/**
 * Publishers, buyers, targets, campaigns and numbers of the demo, into an account that has none of them; its stream of
 * calls runs from then on.
 */
export const insertDemo = async (tx: AccountTransaction, carrierAccountId: number): Promise<void> => {
  const publisherIds = await insertPublishers(tx);
  const campaignIds = await insertCampaigns(tx, await insertTargets(tx));
  const made = await tx.db
    .insert(numbers)
    .values(
      demoCampaigns.flatMap((campaign) =>
        campaign.numbers.map(({ number, label, publisher }) => ({
          accountId: tx.accountId,
          carrierAccountId,
          number,
          label,
          campaignId: getId(campaignIds, campaign.terms.name),
          publisherId: publisher === null ? null : getId(publisherIds, publisher),
        })),
      ),
    )
    .returning({ id: numbers.id });
  await markDemo(
    tx,
    "number",
    made.map(({ id }) => id),
  );
  await writeTraffic(tx, "running");
};

export const writeTraffic = async (
  tx: AccountTransaction,
  demoTraffic: "running" | "paused",
): Promise<void> => {
  await tx.db.update(accounts).set({ demoTraffic }).where(eq(accounts.accountId, tx.accountId));
};

export const findSimulatedCarrier = async (
  tx: AccountTransaction,
): Promise<{ id: number; accountRef: string; sealed: string } | undefined> => {
  const [row] = await tx.db
    .select({
      id: carrierAccounts.id,
      accountRef: carrierAccounts.accountRef,
      sealed: carrierAccounts.authTokenSealed,
    })
    .from(carrierAccounts)
    .where(and(eq(carrierAccounts.accountId, tx.accountId), eq(carrierAccounts.carrier, "simulator")))
    .orderBy(asc(carrierAccounts.id));
  return row;
};

export const listNumbersOf = async (tx: AccountTransaction, carrierAccountId: number): Promise<string[]> => {
  const rows = await tx.db
    .select({ number: numbers.number })
    .from(numbers)
    .where(and(eq(numbers.accountId, tx.accountId), eq(numbers.carrierAccountId, carrierAccountId)))
    .orderBy(asc(numbers.id));
  return rows.map(({ number }) => number);
};
