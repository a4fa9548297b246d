import type { Presence } from "@ccp/engine";
import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { agents } from "#db/schema/agents.ts";
import type { Filter } from "@ccp/contract";
import type { AccountTransaction, Transaction } from "#db/transaction.ts";
import { isAmong } from "#http/noun-list.ts";

/** What somebody last said of an agent; `at` is epoch ms. */
export type Said = { agentId: string; presence: Presence; at: number };

/** All that was ever said of the account's agents, the latest of each. */
export const selectSaid = async (tx: AccountTransaction): Promise<Said[]> => {
  const rows = await tx.db
    .select({ agentId: agents.id, presence: agents.presence, at: agents.presenceAt })
    .from(agents)
    .where(and(eq(agents.accountId, tx.accountId), isNotNull(agents.presenceAt)));
  return rows.flatMap(({ at, ...rest }) => (at === null ? [] : [{ ...rest, at: at.getTime() }]));
};

/** Undefined where the account has no such agent. */
export const findPresence = async (tx: AccountTransaction, id: string) => {
  const [row] = await tx.db
    .select({
      name: agents.name,
      status: agents.status,
      userId: agents.userId,
      presence: agents.presence,
      presenceAt: agents.presenceAt,
    })
    .from(agents)
    .where(and(eq(agents.accountId, tx.accountId), eq(agents.id, id)));
  return row;
};

/** Has the live path told of it when the transaction commits. */
export const writePresence = async (
  tx: AccountTransaction,
  { agentId, presence, at }: Said,
): Promise<void> => {
  await tx.db
    .update(agents)
    .set({ presence, presenceAt: new Date(at) })
    .where(and(eq(agents.accountId, tx.accountId), eq(agents.id, agentId)));
  await tx.query("select pg_notify('agents', $1)", [tx.accountId]);
};

/** What the statuses of agents in service follow from, beside live numbers. */
export const selectStanding = async (tx: AccountTransaction, agentId: Filter<string> | undefined) =>
  tx.db
    .select({ id: agents.id, wrapUpSeconds: agents.wrapUpSeconds, callsAtOnce: agents.callsAtOnce })
    .from(agents)
    .where(
      and(eq(agents.accountId, tx.accountId), ne(agents.status, "archived"), isAmong(agents.id, agentId)),
    )
    .orderBy(asc(agents.id));

/** Every account, for the directory's role. */
export const listAccountIds = async (tx: Transaction): Promise<string[]> =>
  (await tx.db.select({ accountId: accounts.accountId }).from(accounts)).map(({ accountId }) => accountId);
