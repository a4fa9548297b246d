import type { ConfigurationNoun, Reference } from "@ccp/contract";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { agentGroupMembers, agentGroups } from "#db/schema/agents.ts";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import { targets } from "#db/schema/parties.ts";
import { planRows, plans, targetGroupMembers, targetGroups } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/** A reference with the id, as text, of what it refers to. */
export type Use = Reference & { usedId: string };

export type Uses = { items: Use[]; total: number };

type Row = { usedId: string; id: string | number; name: string; total: number };

const total = sql<number>`(count(*) over ())::int`;

const toUses = (rows: readonly Row[], kind: Pick<Reference, "noun" | "how">): Uses => ({
  items: rows.map(({ usedId, id, name }) => ({ ...kind, usedId, id, name })),
  total: rows[0]?.total ?? 0,
});

const listNumbers = async (
  tx: AccountTransaction,
  of: typeof numbers.campaignId | typeof numbers.publisherId,
  { ids, limit }: { ids: string[]; limit: number },
): Promise<Row[]> =>
  tx.db
    .select({ usedId: sql<string>`${of}`, id: numbers.id, name: numbers.number, total })
    .from(numbers)
    .where(and(eq(numbers.accountId, tx.accountId), inArray(of, ids)))
    .orderBy(numbers.number, numbers.id)
    .limit(limit);

/** Targets of buyers; archived ones keep nobody. */
const listTargets = (
  tx: AccountTransaction,
  { ids, limit }: { ids: string[]; limit: number },
): Promise<Row[]> =>
  tx.db
    .select({ usedId: sql<string>`${targets.buyerId}::text`, id: targets.id, name: targets.name, total })
    .from(targets)
    .where(
      and(
        eq(targets.accountId, tx.accountId),
        inArray(targets.buyerId, ids.map(Number)),
        ne(targets.status, "archived"),
      ),
    )
    .orderBy(targets.name)
    .limit(limit);

type Asked = { ids: string[]; limit: number };

/** Plans in service with a row for one of these, each once. */
const listPlans = (
  tx: AccountTransaction,
  of:
    | typeof planRows.targetId
    | typeof planRows.groupId
    | typeof planRows.agentId
    | typeof planRows.agentGroupId,
  { ids, limit }: Asked,
): Promise<Row[]> =>
  tx.db
    .select({ usedId: sql<string>`${of}`, id: plans.id, name: plans.name, total })
    .from(planRows)
    .innerJoin(
      plans,
      and(
        eq(plans.accountId, planRows.accountId),
        eq(plans.id, planRows.planId),
        ne(plans.status, "archived"),
      ),
    )
    .where(and(eq(planRows.accountId, tx.accountId), inArray(of, ids)))
    .groupBy(of, plans.id, plans.name)
    .orderBy(plans.name)
    .limit(limit);

const listGroups = (tx: AccountTransaction, { ids, limit }: Asked): Promise<Row[]> =>
  tx.db
    .select({ usedId: targetGroupMembers.targetId, id: targetGroups.id, name: targetGroups.name, total })
    .from(targetGroupMembers)
    .innerJoin(
      targetGroups,
      and(
        eq(targetGroups.accountId, targetGroupMembers.accountId),
        eq(targetGroups.id, targetGroupMembers.groupId),
        ne(targetGroups.status, "archived"),
      ),
    )
    .where(and(eq(targetGroupMembers.accountId, tx.accountId), inArray(targetGroupMembers.targetId, ids)))
    .orderBy(targetGroups.name)
    .limit(limit);

const listAgentGroups = (tx: AccountTransaction, { ids, limit }: Asked): Promise<Row[]> =>
  tx.db
    .select({ usedId: agentGroupMembers.agentId, id: agentGroups.id, name: agentGroups.name, total })
    .from(agentGroupMembers)
    .innerJoin(
      agentGroups,
      and(
        eq(agentGroups.accountId, agentGroupMembers.accountId),
        eq(agentGroups.id, agentGroupMembers.groupId),
        ne(agentGroups.status, "archived"),
      ),
    )
    .where(and(eq(agentGroupMembers.accountId, tx.accountId), inArray(agentGroupMembers.agentId, ids)))
    .orderBy(agentGroups.name)
    .limit(limit);

/** Campaigns in service that refer to one of these. */
const listCampaigns = (
  tx: AccountTransaction,
  by: typeof campaigns.fallbackTargetId | typeof campaigns.planId,
  { ids, limit }: Asked,
): Promise<Row[]> =>
  tx.db
    .select({ usedId: sql<string>`${by}`, id: campaigns.id, name: campaigns.name, total })
    .from(campaigns)
    .where(and(eq(campaigns.accountId, tx.accountId), ne(campaigns.status, "archived"), inArray(by, ids)))
    .orderBy(campaigns.name)
    .limit(limit);

const joinUses = ({ limit }: Asked, uses: readonly Uses[]): Uses => ({
  items: uses.flatMap(({ items }) => items).slice(0, limit),
  total: uses.reduce((sum, each) => sum + each.total, 0),
});

const selectTargetUses = async (tx: AccountTransaction, asked: Asked): Promise<Uses> => {
  return joinUses(asked, [
    toUses(await listPlans(tx, planRows.targetId, asked), { noun: "plan", how: "lists it" }),
    toUses(await listGroups(tx, asked), { noun: "target-group", how: "has it as a member" }),
    toUses(await listCampaigns(tx, campaigns.fallbackTargetId, asked), {
      noun: "campaign",
      how: "falls back to it",
    }),
  ]);
};

const selectAgentUses = async (tx: AccountTransaction, asked: Asked): Promise<Uses> =>
  joinUses(asked, [
    toUses(await listPlans(tx, planRows.agentId, asked), { noun: "plan", how: "lists it" }),
    toUses(await listAgentGroups(tx, asked), { noun: "agent-group", how: "has it as a member" }),
  ]);

/** Who in service uses any of these, by name, at most `limit` of them; nothing uses a number. */
export const selectUses = async (
  tx: AccountTransaction,
  noun: ConfigurationNoun,
  asked: Asked,
): Promise<Uses> => {
  switch (noun) {
    case "campaign":
      return toUses(await listNumbers(tx, numbers.campaignId, asked), { noun: "number", how: "leads to it" });
    case "publisher":
      return toUses(await listNumbers(tx, numbers.publisherId, asked), { noun: "number", how: "is theirs" });
    case "buyer":
      return toUses(await listTargets(tx, asked), { noun: "target", how: "is theirs" });
    case "target":
      return selectTargetUses(tx, asked);
    case "target-group":
      return toUses(await listPlans(tx, planRows.groupId, asked), { noun: "plan", how: "lists it" });
    case "agent":
      return selectAgentUses(tx, asked);
    case "agent-group":
      return toUses(await listPlans(tx, planRows.agentGroupId, asked), { noun: "plan", how: "lists it" });
    case "plan":
      return toUses(await listCampaigns(tx, campaigns.planId, asked), {
        noun: "campaign",
        how: "goes by it",
      });
    case "number":
      return { items: [], total: 0 };
  }
};
