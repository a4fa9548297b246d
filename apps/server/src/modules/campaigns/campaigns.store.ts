import { randomUUID } from "node:crypto";
import type { Campaign, CreateCampaign, UpdateCampaign } from "@ccp/contract";
import { and, eq, sql } from "drizzle-orm";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import { targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { type NounQuery, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";

const columns = {
  id: campaigns.id,
  name: campaigns.name,
  vertical: campaigns.vertical,
  status: campaigns.status,
  dialAttemptsMax: campaigns.dialAttemptsMax,
  ringTimeoutSeconds: campaigns.ringTimeoutSeconds,
  timeLimitSeconds: campaigns.timeLimitSeconds,
  recording: campaigns.recording,
  callerId: campaigns.callerId,
  apology: campaigns.apology,
  payoutMicros: campaigns.payoutMicros,
  payoutAfterSeconds: campaigns.payoutAfterSeconds,
  fallbackTarget: { id: targets.id, name: targets.name },
  createdAt: campaigns.createdAt,
  updatedAt: campaigns.updatedAt,
};

type Row = Pick<typeof campaigns.$inferSelect, Exclude<keyof typeof columns, "fallbackTarget">> &
  Pick<Campaign, "fallbackTarget">;

const toCampaign = (row: Row): Campaign => ({
  id: row.id,
  name: row.name,
  vertical: row.vertical,
  status: row.status,
  dialAttemptsMax: row.dialAttemptsMax,
  ringTimeoutSeconds: row.ringTimeoutSeconds,
  timeLimitSeconds: row.timeLimitSeconds,
  recording: row.recording,
  callerId: row.callerId,
  apology: row.apology,
  payoutMicros: row.payoutMicros.toString(),
  payoutAfterSeconds: row.payoutAfterSeconds,
  fallbackTarget: row.fallbackTarget,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const itsFallback = and(
  eq(targets.accountId, campaigns.accountId),
  eq(targets.id, campaigns.fallbackTargetId),
);

const isCampaign = (tx: AccountTransaction, id: string) =>
  and(eq(campaigns.accountId, tx.accountId), eq(campaigns.id, id));

export const selectCampaigns = async (tx: AccountTransaction, query: NounQuery): Promise<Page<Campaign>> => {
  const id = { expression: campaigns.id, type: "uuid" } as const;
  const { keyset, where } = toNounList(tx.accountId, campaigns, id, query);
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(campaigns)
    .leftJoin(targets, itsFallback)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toCampaign);
};

export const findCampaign = async (tx: AccountTransaction, id: string): Promise<Campaign | undefined> => {
  const [row] = await tx.db
    .select(columns)
    .from(campaigns)
    .leftJoin(targets, itsFallback)
    .where(isCampaign(tx, id));
  return row && toCampaign(row);
};

export const getCampaignRow = async (tx: AccountTransaction, id: string): Promise<Campaign> => {
  const campaign = await findCampaign(tx, id);
  if (campaign === undefined) throw notFound("campaign");
  return campaign;
};

export const insertCampaign = async (tx: AccountTransaction, input: CreateCampaign): Promise<string> => {
  const id = randomUUID();
  await tx.db
    .insert(campaigns)
    .values({ ...input, accountId: tx.accountId, id, payoutMicros: BigInt(input.payoutMicros) });
  return id;
};

export const writeCampaign = async (
  tx: AccountTransaction,
  id: string,
  patch: Omit<UpdateCampaign, "status"> & { status?: Campaign["status"] | undefined },
): Promise<void> => {
  const payoutMicros = patch.payoutMicros === undefined ? undefined : BigInt(patch.payoutMicros);
  await tx.db
    .update(campaigns)
    .set({ ...patch, payoutMicros, updatedAt: sql`now()` })
    .where(isCampaign(tx, id));
};

/** The numbers that lead to a campaign. */
export const selectNumbers = async (tx: AccountTransaction, campaignId: string): Promise<string[]> => {
  const rows = await tx.db
    .select({ number: numbers.number })
    .from(numbers)
    .where(and(eq(numbers.accountId, tx.accountId), eq(numbers.campaignId, campaignId)))
    .orderBy(numbers.number)
    .limit(20);
  return rows.map(({ number }) => number);
};
