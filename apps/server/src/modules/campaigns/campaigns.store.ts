import { randomUUID } from "node:crypto";
import type { Campaign, CreateCampaign, ListCampaignsQuery, PayoutRule, UpdateCampaign } from "@ccp/contract";
import { isNoRepeatRules, noRepeatRules, type RepeatRules } from "@ccp/engine";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { targets } from "#db/schema/parties.ts";
import { plans } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { isAmong, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";
import { toCapsColumn } from "#modules/caps/to-caps-column.ts";
import { payoutRank, toPayout, toPayoutColumns } from "./payout-columns.ts";

const columns = {
  id: campaigns.id,
  name: campaigns.name,
  vertical: campaigns.vertical,
  country: campaigns.country,
  timeZone: campaigns.timeZone,
  status: campaigns.status,
  dialAttemptsMax: campaigns.dialAttemptsMax,
  recoveryMax: campaigns.recoveryMax,
  caps: campaigns.caps,
  ringTimeoutSeconds: campaigns.ringTimeoutSeconds,
  decisionTimeoutSeconds: campaigns.decisionTimeoutSeconds,
  timeLimitSeconds: campaigns.timeLimitSeconds,
  recording: campaigns.recording,
  callerId: campaigns.callerId,
  apology: campaigns.apology,
  payoutMicros: campaigns.payoutMicros,
  payoutAfterSeconds: campaigns.payoutAfterSeconds,
  attestations: campaigns.attestations,
  repeats: campaigns.repeats,
  payout: campaigns.payout,
  payoutRules: campaigns.payoutRules,
  plan: { id: plans.id, name: plans.name },
  fallbackTarget: { id: targets.id, name: targets.name },
  fallbackAnswer: campaigns.fallbackAnswer,
  numberCount: sql<number>`(select count(*)::int from numbers used
    where used.account_id = campaigns.account_id and used.campaign_id = campaigns.id)`,
  targetCount: sql<number>`(select count(distinct coalesce(row.target_id, member.target_id))::int
    from plan_rows row left join target_group_members member
      on member.account_id = row.account_id and member.group_id = row.group_id
    where row.account_id = campaigns.account_id and row.plan_id = campaigns.plan_id)`,
  version: campaigns.version,
  createdAt: campaigns.createdAt,
  updatedAt: campaigns.updatedAt,
};

type Joined = "plan" | "fallbackTarget" | "numberCount" | "targetCount";

type Row = Pick<typeof campaigns.$inferSelect, Exclude<keyof typeof columns, Joined>> &
  Pick<Campaign, Joined>;

const toCampaign = (row: Row): Campaign => ({
  id: row.id,
  name: row.name,
  vertical: row.vertical,
  country: row.country,
  timeZone: row.timeZone,
  status: row.status,
  dialAttemptsMax: row.dialAttemptsMax,
  recoveryMax: row.recoveryMax,
  caps: (row.caps ?? []) as Campaign["caps"],
  ringTimeoutSeconds: row.ringTimeoutSeconds,
  decisionTimeoutSeconds: row.decisionTimeoutSeconds,
  timeLimitSeconds: row.timeLimitSeconds,
  recording: row.recording,
  callerId: row.callerId,
  apology: row.apology,
  payoutRules: row.payoutRules as PayoutRule[],
  payout: toPayout(row),
  plan: row.plan,
  fallbackTarget: row.fallbackTarget,
  fallbackAnswer: row.fallbackAnswer as Campaign["fallbackAnswer"],
  attestations: row.attestations,
  repeats: (row.repeats ?? noRepeatRules) as RepeatRules,
  numberCount: row.numberCount,
  targetCount: row.targetCount,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const itsFallback = and(
  eq(targets.accountId, campaigns.accountId),
  eq(targets.id, campaigns.fallbackTargetId),
);

const itsPlan = and(eq(plans.accountId, campaigns.accountId), eq(plans.id, campaigns.planId));

const select = (tx: AccountTransaction, where: SQL | undefined) =>
  tx.db
    .select(columns)
    .from(campaigns)
    .innerJoin(plans, itsPlan)
    .leftJoin(targets, itsFallback)
    .where(and(eq(campaigns.accountId, tx.accountId), where));

export const selectCampaigns = async (
  tx: AccountTransaction,
  query: ListCampaignsQuery,
): Promise<Page<Campaign>> => {
  const { keyset, where } = toNounList(tx.accountId, campaigns, query, {
    idType: "uuid",
    sorts: {
      vertical: { expression: campaigns.vertical, type: "text" },
      payout: { expression: payoutRank, type: "bigint" },
    },
  });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(campaigns)
    .innerJoin(plans, itsPlan)
    .leftJoin(targets, itsFallback)
    .where(and(where, isAmong(campaigns.vertical, query.vertical), isAmong(campaigns.planId, query.planId)))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toCampaign);
};

/** Those of the ids that are there. */
export const readCampaigns = async (tx: AccountTransaction, ids: string[]): Promise<Campaign[]> =>
  (await select(tx, inArray(campaigns.id, ids))).map(toCampaign);

export const findCampaign = async (tx: AccountTransaction, id: string): Promise<Campaign | undefined> => {
  const [row] = await select(tx, eq(campaigns.id, id));
  return row && toCampaign(row);
};

export const getCampaignRow = async (tx: AccountTransaction, id: string): Promise<Campaign> => {
  const campaign = await findCampaign(tx, id);
  if (campaign === undefined) throw notFound("campaign");
  return campaign;
};

/** Rules that treat every call alike are no document. */
const toRepeatsValue = (repeats: RepeatRules): RepeatRules | null =>
  isNoRepeatRules(repeats) ? null : repeats;

export const insertCampaign = async (
  tx: AccountTransaction,
  input: CreateCampaign & { planId: string },
): Promise<string> => {
  const id = randomUUID();
  await tx.db.insert(campaigns).values({
    ...input,
    caps: toCapsColumn(input.caps),
    repeats: toRepeatsValue(input.repeats),
    accountId: tx.accountId,
    id,
    ...toPayoutColumns(input.payout),
  });
  return id;
};

export type CampaignPatch = Omit<UpdateCampaign, "status"> & { status?: Campaign["status"] | undefined };

export const writeCampaign = async (
  tx: AccountTransaction,
  ids: string[],
  patch: CampaignPatch,
): Promise<void> => {
  const { version: _, payout, caps, repeats, ...values } = patch;
  await tx.db
    .update(campaigns)
    .set({
      ...values,
      caps: toCapsColumn(caps),
      ...(payout !== undefined && toPayoutColumns(payout)),
      ...(repeats !== undefined && { repeats: toRepeatsValue(repeats) }),
      version: sql`${campaigns.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(campaigns.accountId, tx.accountId), inArray(campaigns.id, ids)));
};

export const campaignStore = {
  noun: "campaign",
  read: readCampaigns,
  write: writeCampaign,
} as const satisfies NounStore<string, Campaign, CampaignPatch>;
