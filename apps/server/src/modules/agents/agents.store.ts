import { randomUUID } from "node:crypto";
import type { Agent, CreateAgent, ListAgentsQuery, UpdateAgent } from "@ccp/contract";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accounts, users } from "#db/schema/accounts.ts";
import { agents } from "#db/schema/agents.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { isAmong, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";
import { describeDestinationBar } from "#modules/numbers/find-destination-bar.ts";

const columns = {
  id: agents.id,
  name: agents.name,
  status: agents.status,
  destinationKind: agents.destinationKind,
  destination: agents.destination,
  dialCountries: accounts.dialCountries,
  highRiskPrefixes: accounts.highRiskPrefixes,
  skills: agents.skills,
  wrapUpSeconds: agents.wrapUpSeconds,
  callsAtOnce: agents.callsAtOnce,
  user: { id: users.id, name: users.name },
  groupCount: sql<number>`(select count(*)::int from agent_group_members member
    join agent_groups grouped on grouped.account_id = member.account_id and grouped.id = member.group_id
      and grouped.status <> 'archived'
    where member.account_id = agents.account_id and member.agent_id = agents.id)`,
  version: agents.version,
  createdAt: agents.createdAt,
  updatedAt: agents.updatedAt,
};

const selectFrom = (tx: AccountTransaction) =>
  tx.db
    .select(columns)
    .from(agents)
    .innerJoin(accounts, eq(accounts.accountId, agents.accountId))
    .leftJoin(users, and(eq(users.accountId, agents.accountId), eq(users.id, agents.userId)));

type Row = Awaited<ReturnType<typeof selectFrom>>[number];

const toAgent = ({
  destinationKind: kind,
  destination: address,
  dialCountries,
  highRiskPrefixes,
  ...row
}: Row): Agent => ({
  ...row,
  destination: { kind, address },
  barred: describeDestinationBar({ kind, address }, { dialCountries, highRiskPrefixes }),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const hasSkill = (filter: ListAgentsQuery["skill"]): SQL | undefined => {
  if (filter === undefined) return undefined;
  const wanted = sql`exists (select from unnest(${agents.skills}) as skill
    where lower(skill) = any (${sql.param(filter.values.map((value) => value.toLowerCase()))}::text[]))`;
  return filter.isNot ? sql`not ${wanted}` : wanted;
};

export const selectAgents = async (tx: AccountTransaction, query: ListAgentsQuery): Promise<Page<Agent>> => {
  const { keyset, where } = toNounList(tx.accountId, agents, query, { idType: "uuid" });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(agents)
    .innerJoin(accounts, eq(accounts.accountId, agents.accountId))
    .leftJoin(users, and(eq(users.accountId, agents.accountId), eq(users.id, agents.userId)))
    .where(and(where, hasSkill(query.skill), isAmong(agents.userId, query.userId)))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toAgent);
};

/** Those of the ids that are there. */
export const readAgents = async (tx: AccountTransaction, ids: string[]): Promise<Agent[]> => {
  const rows = await selectFrom(tx).where(and(eq(agents.accountId, tx.accountId), inArray(agents.id, ids)));
  return rows.map(toAgent);
};

/** Whom the user is, archived or not: one at the most. */
export const findAgentIdOf = async (tx: AccountTransaction, userId: number): Promise<string | undefined> => {
  const [row] = await tx.db
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.accountId, tx.accountId), eq(agents.userId, userId)));
  return row?.id;
};

export const getAgentRow = async (tx: AccountTransaction, id: string): Promise<Agent> => {
  const [agent] = await readAgents(tx, [id]);
  if (agent === undefined) throw notFound("agent");
  return agent;
};

/** The skills in use, by name; of different spellings the first by its letters. */
export const selectSkills = async (
  tx: AccountTransaction,
): Promise<{ skill: string; agentCount: number }[]> => {
  const { rows } = await tx.query<{ skill: string; agentCount: number }>(
    `select min(skill) as skill, count(*)::int as "agentCount"
     from agents, unnest(skills) as skill where account_id = $1 and status <> 'archived'
     group by lower(skill) order by lower(skill)`,
    [tx.accountId],
  );
  return rows;
};

export type AgentPatch = Omit<UpdateAgent, "status"> & { status?: Agent["status"] | undefined };

/** Fields of the contract in the table's terms; what is undefined stays as it is. */
const toValues = ({ destination, ...rest }: Omit<AgentPatch, "version">) => ({
  ...rest,
  destinationKind: destination?.kind,
  destination: destination?.address,
});

export const insertAgent = async (
  tx: AccountTransaction,
  { destination, ...input }: CreateAgent,
): Promise<string> => {
  const id = randomUUID();
  await tx.db.insert(agents).values({
    ...input,
    accountId: tx.accountId,
    id,
    destinationKind: destination.kind,
    destination: destination.address,
  });
  return id;
};

export const writeAgent = async (tx: AccountTransaction, ids: string[], patch: AgentPatch): Promise<void> => {
  const { version: _, ...values } = patch;
  await tx.db
    .update(agents)
    .set({ ...toValues(values), version: sql`${agents.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(agents.accountId, tx.accountId), inArray(agents.id, ids)));
};

export const agentStore = {
  noun: "agent",
  read: readAgents,
  write: writeAgent,
} as const satisfies NounStore<string, Agent, AgentPatch>;
