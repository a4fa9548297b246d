import { createHash, randomUUID } from "node:crypto";
import type { ListValueListsQuery, UpdateValueList, ValueList } from "@ccp/contract";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import { valueLists } from "#db/schema/value-lists.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";

const itsCondition = sql`? (@.listId == "%s")', ${valueLists.id})::jsonpath`;

/** What filters calls: targets, and plans by their rows. */
const filtering = sql`(select account_id, name, status, filter from targets
  union all select plan.account_id, plan.name, plan.status, row.filter from plans plan
    join plan_rows row on row.account_id = plan.account_id and row.plan_id = plan.id) used`;

/** Whether the target or plan `used` asks for the list; a target out of service asks for nothing. */
const asksForIt = sql`used.account_id = ${valueLists.accountId} and used.status <> 'archived'
  and used.filter @? format('$.all[*].any[*] ${itsCondition}`;

/** Whether a payout rule of the campaign `paying` asks for the list, or one of its publishers in service. */
const paysByIt = sql`paying.account_id = ${valueLists.accountId} and paying.status <> 'archived'
  and (paying.payout_rules @? format('$[*].filter.all[*].any[*] ${itsCondition}
    or exists (select from campaign_payouts own join publishers party
        on party.account_id = own.account_id and party.id = own.publisher_id and party.status <> 'archived'
      where own.account_id = paying.account_id and own.campaign_id = paying.id and own.rules @? format('$[*].filter.all[*].any[*] ${itsCondition}))`;

const columns = {
  id: valueLists.id,
  name: valueLists.name,
  status: valueLists.status,
  valueCount: valueLists.valueCount,
  targetCount: sql<number>`(select count(*)::int from targets used where ${asksForIt})`,
  version: valueLists.version,
  createdAt: valueLists.createdAt,
  updatedAt: valueLists.updatedAt,
};

type Row = Omit<ValueList, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const toValueList = (row: Row): ValueList => ({
  id: row.id,
  name: row.name,
  status: row.status,
  valueCount: row.valueCount,
  targetCount: row.targetCount,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const selectValueLists = async (
  tx: AccountTransaction,
  query: ListValueListsQuery,
): Promise<Page<ValueList>> => {
  const sorts = { valueCount: { expression: valueLists.valueCount, type: "bigint" } } as const;
  const { keyset, where } = toNounList(tx.accountId, valueLists, query, { idType: "uuid", sorts });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(valueLists)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toValueList);
};

/** Those of the ids that are there. */
export const readValueLists = async (tx: AccountTransaction, ids: string[]): Promise<ValueList[]> => {
  const rows = await tx.db
    .select(columns)
    .from(valueLists)
    .where(and(eq(valueLists.accountId, tx.accountId), inArray(valueLists.id, ids)));
  return rows.map(toValueList);
};

export const getValueListRow = async (tx: AccountTransaction, id: string): Promise<ValueList> => {
  const [list] = await readValueLists(tx, [id]);
  if (list === undefined) throw notFound("value-list");
  return list;
};

export const countValueLists = async (tx: AccountTransaction): Promise<number> => {
  const [row] = await tx.db
    .select({ value: count() })
    .from(valueLists)
    .where(and(eq(valueLists.accountId, tx.accountId), eq(valueLists.status, "active")));
  return row?.value ?? 0;
};

const toContent = (values: readonly string[]) => {
  const content = values.join("\n");
  return {
    content,
    valueCount: values.length,
    digest: createHash("sha256").update(content).digest("base64"),
  };
};

export const insertValueList = async (
  tx: AccountTransaction,
  { name, values }: { name: string; values: readonly string[] },
): Promise<string> => {
  const id = randomUUID();
  await tx.db.insert(valueLists).values({ accountId: tx.accountId, id, name, ...toContent(values) });
  return id;
};

export type ValueListPatch = Omit<UpdateValueList, "status"> & { status?: ValueList["status"] | undefined };

const writeValueList = async (
  tx: AccountTransaction,
  ids: string[],
  patch: ValueListPatch,
): Promise<void> => {
  const { version: _, ...values } = patch;
  await tx.db
    .update(valueLists)
    .set({ ...values, version: sql`${valueLists.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(valueLists.accountId, tx.accountId), inArray(valueLists.id, ids)));
};

export const writeListValues = async (
  tx: AccountTransaction,
  id: string,
  values: readonly string[],
): Promise<void> => {
  await tx.db
    .update(valueLists)
    .set({ ...toContent(values), version: sql`${valueLists.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(valueLists.accountId, tx.accountId), eq(valueLists.id, id)));
};

/** Lists with what is in them; those that are archived have none for anybody. */
export const readContents = async (
  tx: AccountTransaction,
  ids: readonly string[],
): Promise<{ id: string; content: string }[]> =>
  tx.db
    .select({ id: valueLists.id, content: valueLists.content })
    .from(valueLists)
    .where(
      and(
        eq(valueLists.accountId, tx.accountId),
        eq(valueLists.status, "active"),
        inArray(valueLists.id, [...ids]),
      ),
    );

export const findContent = async (tx: AccountTransaction, id: string): Promise<string> => {
  const [row] = await tx.db
    .select({ content: valueLists.content })
    .from(valueLists)
    .where(and(eq(valueLists.accountId, tx.accountId), eq(valueLists.id, id)));
  if (row === undefined) throw notFound("value-list");
  return row.content;
};

/** Targets and campaigns in service that ask for one of the lists. */
export const listUsers = async (
  tx: AccountTransaction,
  ids: readonly string[],
): Promise<{ listId: string; name: string }[]> => {
  const these = and(eq(valueLists.accountId, tx.accountId), inArray(valueLists.id, [...ids]));
  const targets = await tx.db
    .select({ listId: valueLists.id, name: sql<string>`used.name` })
    .from(valueLists)
    .innerJoin(filtering, asksForIt)
    .where(these)
    .orderBy(sql`used.name`)
    .limit(20);
  const campaigns = await tx.db
    .select({ listId: valueLists.id, name: sql<string>`paying.name` })
    .from(valueLists)
    .innerJoin(sql`campaigns paying`, paysByIt)
    .where(these)
    .orderBy(sql`paying.name`)
    .limit(20);
  return [...targets, ...campaigns];
};

export const valueListStore = {
  noun: "value-list",
  read: readValueLists,
  write: writeValueList,
} as const satisfies NounStore<string, ValueList, ValueListPatch>;
