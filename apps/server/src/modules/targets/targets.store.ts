import { randomUUID } from "node:crypto";
import type { CreateTarget, Target, UpdateTarget } from "@ccp/contract";
import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import { campaigns, campaignTargets } from "#db/schema/campaigns.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { type NounQuery, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";

const columns = {
  id: targets.id,
  buyerId: targets.buyerId,
  buyerName: buyers.name,
  name: targets.name,
  status: targets.status,
  destinationKind: targets.destinationKind,
  destination: targets.destination,
  concurrencyMax: targets.concurrencyMax,
  ringTimeoutSeconds: targets.ringTimeoutSeconds,
  revenueMicros: targets.revenueMicros,
  revenueAfterSeconds: targets.revenueAfterSeconds,
  createdAt: targets.createdAt,
  updatedAt: targets.updatedAt,
};

type Row = Pick<typeof targets.$inferSelect, Exclude<keyof typeof columns, "buyerName">> & {
  buyerName: string;
};

const toTarget = (row: Row): Target => ({
  id: row.id,
  buyer: { id: row.buyerId, name: row.buyerName },
  name: row.name,
  status: row.status,
  destination: { kind: row.destinationKind, address: row.destination },
  concurrencyMax: row.concurrencyMax,
  ringTimeoutSeconds: row.ringTimeoutSeconds,
  revenueMicros: row.revenueMicros.toString(),
  revenueAfterSeconds: row.revenueAfterSeconds,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const itsBuyer = and(eq(buyers.accountId, targets.accountId), eq(buyers.id, targets.buyerId));

const isTarget = (tx: AccountTransaction, id: string) =>
  and(eq(targets.accountId, tx.accountId), eq(targets.id, id));

export type TargetsQuery = NounQuery & { buyerId?: number | undefined };

export const selectTargets = async (tx: AccountTransaction, query: TargetsQuery): Promise<Page<Target>> => {
  const id = { expression: targets.id, type: "uuid" } as const;
  const { keyset, where } = toNounList(tx.accountId, targets, id, query);
  const ofBuyer = query.buyerId === undefined ? undefined : eq(targets.buyerId, query.buyerId);
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(targets)
    .innerJoin(buyers, itsBuyer)
    .where(and(where, ofBuyer))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toTarget);
};

export const findTarget = async (tx: AccountTransaction, id: string): Promise<Target | undefined> => {
  const [row] = await tx.db.select(columns).from(targets).innerJoin(buyers, itsBuyer).where(isTarget(tx, id));
  return row && toTarget(row);
};

export const getTargetRow = async (tx: AccountTransaction, id: string): Promise<Target> => {
  const target = await findTarget(tx, id);
  if (target === undefined) throw notFound("target");
  return target;
};

type TargetPatch = Omit<UpdateTarget, "status"> & { status?: Target["status"] | undefined };

/** Fields of the contract in the table's terms; what is undefined stays as it is. */
const toValues = ({ destination, revenueMicros, ...rest }: TargetPatch) => ({
  ...rest,
  destinationKind: destination?.kind,
  destination: destination?.address,
  revenueMicros: revenueMicros === undefined ? undefined : BigInt(revenueMicros),
});

export const insertTarget = async (tx: AccountTransaction, input: CreateTarget): Promise<string> => {
  const id = randomUUID();
  await tx.db.insert(targets).values({
    ...input,
    accountId: tx.accountId,
    id,
    destinationKind: input.destination.kind,
    destination: input.destination.address,
    revenueMicros: BigInt(input.revenueMicros),
  });
  return id;
};

export const writeTarget = async (tx: AccountTransaction, id: string, patch: TargetPatch): Promise<void> => {
  await tx.db
    .update(targets)
    .set({ ...toValues(patch), updatedAt: sql`now()` })
    .where(isTarget(tx, id));
};

/** Names of the campaigns in service that list a target or fall back to it. */
export const selectCampaignNames = async (tx: AccountTransaction, targetId: string): Promise<string[]> => {
  const rows = await tx.db
    .selectDistinct({ name: campaigns.name })
    .from(campaigns)
    .leftJoin(
      campaignTargets,
      and(
        eq(campaignTargets.accountId, campaigns.accountId),
        eq(campaignTargets.campaignId, campaigns.id),
        eq(campaignTargets.targetId, targetId),
      ),
    )
    .where(
      and(
        eq(campaigns.accountId, tx.accountId),
        ne(campaigns.status, "archived"),
        or(eq(campaignTargets.targetId, targetId), eq(campaigns.fallbackTargetId, targetId)),
      ),
    )
    .orderBy(campaigns.name)
    .limit(20);
  return rows.map(({ name }) => name);
};

export const selectTargetStatuses = async (
  tx: AccountTransaction,
  ids: string[],
): Promise<Map<string, Target["status"]>> => {
  const rows = await tx.db
    .select({ id: targets.id, status: targets.status })
    .from(targets)
    .where(and(eq(targets.accountId, tx.accountId), inArray(targets.id, ids)));
  return new Map(rows.map(({ id, status }) => [id, status]));
};
