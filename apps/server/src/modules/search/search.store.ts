import type { SearchHit } from "@ccp/contract";
import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { agentGroups, agents } from "#db/schema/agents.ts";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import { buyers, publishers, targets } from "#db/schema/parties.ts";
import { plans, targetGroups } from "#db/schema/plans.ts";
import { valueLists } from "#db/schema/value-lists.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { contains } from "#http/noun-list.ts";

/** So many of a kind are shown. */
export const hitsMax = 6;

/** What was asked for: the text, and the digits of a number if it can be part of one. */
export type Wanted = { text: string; digits: string | undefined };

type NamedTable = PgTable & {
  accountId: AnyPgColumn;
  id: AnyPgColumn;
  name: AnyPgColumn;
  status: AnyPgColumn;
};

type Row = { id: string | number; title: string; subtitle: string };

const toHits = (kind: SearchHit["kind"], rows: readonly Row[]): SearchHit[] =>
  rows.map(({ id, title, subtitle }) => ({ kind, id, title, subtitle, at: null }));

/** In service first, and names that begin with the text before those that have it further on. */
const toOrder = (table: Pick<NamedTable, "name" | "status">, text: string): SQL[] => [
  sql`${table.status} = 'archived'`,
  sql`position(lower(${text}) in lower(${table.name}))`,
  asc(table.name),
];

const findNamed = async (
  tx: AccountTransaction,
  kind: "campaign" | "publisher" | "buyer" | "target-group" | "value-list" | "agent-group" | "plan",
  table: NamedTable,
  text: string,
): Promise<SearchHit[]> => {
  const rows = await tx.db
    .select({
      id: sql<string>`${table.id}::text`,
      title: sql<string>`${table.name}`,
      subtitle: sql<string>`${table.status}`,
    })
    .from(table)
    .where(and(eq(table.accountId, tx.accountId), contains(table.name, text)))
    .orderBy(...toOrder(table, text))
    .limit(hitsMax);
  return toHits(
    kind,
    rows.map((row) => (kind === "buyer" ? { ...row, id: Number(row.id) } : row)),
  );
};

const findTargets = async (tx: AccountTransaction, { text, digits }: Wanted): Promise<SearchHit[]> => {
  const rows = await tx.db
    .select({
      id: targets.id,
      title: targets.name,
      subtitle: sql<string>`${buyers.name} || ' · ' || ${targets.destination}`,
    })
    .from(targets)
    .innerJoin(buyers, and(eq(buyers.accountId, targets.accountId), eq(buyers.id, targets.buyerId)))
    .where(
      and(
        eq(targets.accountId, tx.accountId),
        or(contains(targets.name, text), contains(targets.destination, digits ?? text)),
      ),
    )
    .orderBy(...toOrder(targets, text))
    .limit(hitsMax);
  return toHits("target", rows);
};

const findAgents = async (tx: AccountTransaction, { text, digits }: Wanted): Promise<SearchHit[]> => {
  const rows = await tx.db
    .select({ id: agents.id, title: agents.name, subtitle: sql<string>`${agents.destination}` })
    .from(agents)
    .where(
      and(
        eq(agents.accountId, tx.accountId),
        or(contains(agents.name, text), contains(agents.destination, digits ?? text)),
      ),
    )
    .orderBy(...toOrder(agents, text))
    .limit(hitsMax);
  return toHits("agent", rows);
};

const findNumbers = async (tx: AccountTransaction, { text, digits }: Wanted): Promise<SearchHit[]> => {
  const rows = await tx.db
    .select({
      id: numbers.id,
      title: numbers.number,
      subtitle: sql<string>`concat_ws(' · ', nullif(${numbers.label}, ''), ${campaigns.name})`,
    })
    .from(numbers)
    .leftJoin(
      campaigns,
      and(eq(campaigns.accountId, numbers.accountId), eq(campaigns.id, numbers.campaignId)),
    )
    .where(
      and(
        eq(numbers.accountId, tx.accountId),
        or(
          contains(numbers.label, text),
          digits === undefined ? undefined : contains(numbers.number, digits),
        ),
      ),
    )
    .orderBy(asc(numbers.number), asc(numbers.id))
    .limit(hitsMax);
  return toHits("number", rows);
};

/** Nouns of the account by part of their names and numbers. */
export const findNouns = async (tx: AccountTransaction, wanted: Wanted): Promise<SearchHit[]> => [
  ...(await findNamed(tx, "campaign", campaigns, wanted.text)),
  ...(await findNamed(tx, "publisher", publishers, wanted.text)),
  ...(await findNamed(tx, "buyer", buyers, wanted.text)),
  ...(await findTargets(tx, wanted)),
  ...(await findNamed(tx, "target-group", targetGroups, wanted.text)),
  ...(await findNamed(tx, "value-list", valueLists, wanted.text)),
  ...(await findAgents(tx, wanted)),
  ...(await findNamed(tx, "agent-group", agentGroups, wanted.text)),
  ...(await findNamed(tx, "plan", plans, wanted.text)),
  ...(await findNumbers(tx, wanted)),
];
