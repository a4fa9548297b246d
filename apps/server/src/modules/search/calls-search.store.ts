import { and, desc, eq, gte, inArray, like, lte, or, type SQL } from "drizzle-orm";
import type { SearchHit } from "@ccp/contract";
import { calls } from "#db/schema/calls.ts";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { endsWith } from "#modules/calls/call-filter.ts";
import { hitsMax } from "./search.store.ts";

/** The calls whose ids begin with these hexadecimal digits, by the primary key. */
const hasIdFrom = (beginning: string): SQL | undefined => {
  const digits = beginning.replaceAll("-", "");
  return and(gte(calls.id, digits.padEnd(32, "0")), lte(calls.id, digits.padEnd(32, "f")));
};

/** Calls to the account's own numbers with these digits. */
const hasDialled = (tx: AccountTransaction, digits: string): SQL =>
  inArray(
    calls.numberId,
    tx.db
      .select({ id: numbers.id })
      .from(numbers)
      .where(and(eq(numbers.accountId, tx.accountId), like(numbers.number, `%${digits}%`))),
  );

const findCalls = async (tx: AccountTransaction, condition: SQL | undefined): Promise<SearchHit[]> => {
  const rows = await tx.db
    .select({
      id: calls.id,
      title: calls.caller,
      dialled: calls.dialled,
      campaign: campaigns.name,
      at: calls.arrivedAt,
    })
    .from(calls)
    .leftJoin(campaigns, and(eq(campaigns.accountId, calls.accountId), eq(campaigns.id, calls.campaignId)))
    .where(and(eq(calls.accountId, tx.accountId), condition))
    .orderBy(desc(calls.arrivedAt))
    .limit(hitsMax);
  return rows.map(({ id, title, dialled, campaign, at }) => ({
    kind: "call",
    id,
    title,
    subtitle: campaign ?? dialled,
    at: at.toISOString(),
  }));
};

export type CallsWanted = {
  /** Hexadecimal digits, perhaps with hyphens. */
  idBeginning: string | undefined;
  digits: string | undefined;
  /** What no index helps to find is looked for among the calls since then. */
  since: Date;
};

/** The latest calls by id, caller and dialled number; throws when the database takes longer than `timeoutMs`. */
export const findLatestCalls = async (
  tx: AccountTransaction,
  { idBeginning, digits, since }: CallsWanted,
  timeoutMs: number,
): Promise<SearchHit[]> => {
  await tx.query(`set local statement_timeout = ${timeoutMs}`);
  const conditions = [
    ...(idBeginning === undefined ? [] : [hasIdFrom(idBeginning)]),
    ...(digits === undefined
      ? []
      : [
          endsWith(digits),
          and(gte(calls.arrivedAt, since), or(hasDialled(tx, digits), like(calls.caller, `%${digits}%`))),
        ]),
  ];
  const hits: SearchHit[] = [];
  for (const condition of conditions) hits.push(...(await findCalls(tx, condition)));
  return hits;
};
