import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { DatabasePool, PoolLimits } from "./client.ts";

/** An open transaction of one role. Statements are unnamed, so that poolers may stand in between. */
export type Transaction = {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>;
  /** The same transaction for typed queries over the schema. */
  readonly db: NodePgDatabase;
};

export type AccountTransaction = Transaction & {
  readonly accountId: string;
  /** Runs a step of this transaction on the directory tables, which the account's role may not touch. */
  asDirectory<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Role that sees the tables of one account at a time. */
export const accountRole = "ccp_app";

/** Role that sees the directory tables and no account's data. */
export const directoryRole = "ccp_directory";

const toBegin = (limits: PoolLimits, role: string): string =>
  `begin; set local statement_timeout = ${limits.statementTimeoutMs}; ` +
  `set local lock_timeout = ${limits.lockTimeoutMs}; ` +
  `set local idle_in_transaction_session_timeout = ${limits.idleInTransactionTimeoutMs}; ` +
  `set local role ${role}`;

const toTransaction = (client: pg.PoolClient): Transaction => {
  let db: NodePgDatabase | undefined;
  return {
    query: (text, values) => client.query(text, values),
    get db() {
      return (db ??= drizzle({ client }));
    },
  };
};

// A connection whose state is unknown (broken, or an answer still to come) is closed rather than used again.
const rollBack = async (client: pg.PoolClient, error: unknown): Promise<void> => {
  if (!(error instanceof pg.DatabaseError) && (error as { code?: unknown }).code === undefined) {
    await client.query("rollback").then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    );
    return;
  }
};

const run = async <Result>(
  pool: DatabasePool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    await rollBack(client, error);
    throw error;
  }
};
