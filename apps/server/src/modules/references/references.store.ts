import type { ConfigurationNoun, Reference } from "@ccp/contract";
import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { campaigns, campaignTargets, numbers } from "#db/schema/campaigns.ts";
import { targets } from "#db/schema/parties.ts";
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

const isInService = (tx: AccountTransaction): SQL | undefined =>
  and(eq(campaigns.accountId, tx.accountId), ne(campaigns.status, "archived"));

const listPlans = (
  tx: AccountTransaction,
  { ids, limit }: { ids: string[]; limit: number },
): Promise<Row[]> =>
  tx.db
    .select({ usedId: campaignTargets.targetId, id: campaigns.id, name: campaigns.name, total })
    .from(campaignTargets)
    .innerJoin(
      campaigns,
      and(
        eq(campaigns.accountId, campaignTargets.accountId),
        eq(campaigns.id, campaignTargets.campaignId),
        isInService(tx),
      ),
    )
    .where(and(eq(campaignTargets.accountId, tx.accountId), inArray(campaignTargets.targetId, ids)))
    .orderBy(campaigns.name)
    .limit(limit);

const listFallbacks = (
  tx: AccountTransaction,
  { ids, limit }: { ids: string[]; limit: number },
): Promise<Row[]> =>
  tx.db
    .select({
      usedId: sql<string>`${campaigns.fallbackTargetId}`,
      id: campaigns.id,
      name: campaigns.name,
      total,
    })
    .from(campaigns)
    .where(and(isInService(tx), inArray(campaigns.fallbackTargetId, ids)))
    .orderBy(campaigns.name)
    .limit(limit);

/** Who in service uses any of these, by name, at most `limit` of them; nothing uses a number. */
export const selectUses = async (
  tx: AccountTransaction,
  noun: ConfigurationNoun,
  asked: { ids: string[]; limit: number },
): Promise<Uses> => {
  switch (noun) {
    case "campaign":
      return toUses(await listNumbers(tx, numbers.campaignId, asked), { noun: "number", how: "leads to it" });
    case "publisher":
      return toUses(await listNumbers(tx, numbers.publisherId, asked), { noun: "number", how: "is theirs" });
    case "buyer":
      return toUses(await listTargets(tx, asked), { noun: "target", how: "is theirs" });
    case "target": {
      const plans = toUses(await listPlans(tx, asked), { noun: "campaign", how: "lists it in its plan" });
      const fallbacks = toUses(await listFallbacks(tx, asked), { noun: "campaign", how: "falls back to it" });
      return {
        items: [...plans.items, ...fallbacks.items].slice(0, asked.limit),
        total: plans.total + fallbacks.total,
      };
    }
    case "number":
      return { items: [], total: 0 };
  }
};
