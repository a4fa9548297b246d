import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from "pg";
import type { DatabasePool, PoolLimits } from "./client.ts";

/** An open transaction of one role. Statements are unnamed, so that poolers may stand in between. */
export type Transaction = {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<Row>>;
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

const toTransaction = (client: PoolClient): Transaction => {
  let db: NodePgDatabase | undefined;
  return {
    query: (text, values) => client.query(text, values),
    get db() {
      return (db ??= drizzle({ client }));
    },
  };
};

// A connection that does not even answer to this is closed rather than used again.
const rollBack = async (client: PoolClient): Promise<void> => {
  const rollback: QueryConfig & { query_timeout: number } = { text: "rollback", query_timeout: 500 };
  await client.query(rollback).then(
    () => client.release(),
    (failure: Error) => client.release(failure),
  );
};

const run = async <Result>(
  pool: DatabasePool,
  begin: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
};

/**
 * Runs work in one transaction that sees and writes one account's rows only.
 * Commits what it returns, rolls back what it throws; begin, role and account take one round trip.
 */
export const withAccount = <Result>(
  pool: DatabasePool,
  accountId: string,
  work: (tx: AccountTransaction) => Promise<Result>,
): Promise<Result> => {
  // It becomes part of the statement's text, so nothing but an id may come through.
  if (!uuid.test(accountId)) return Promise.reject(new Error("An account id must be a UUID in lower case."));
  const begin = `${toBegin(pool.limits, accountRole)}; set local app.account = '${accountId}'`;
  return run(pool, begin, (client) => {
    const tx = toTransaction(client);
    return work({
      accountId,
      query: (text, values) => tx.query(text, values),
      get db() {
        return tx.db;
      },
      asDirectory: async (step) => {
        await client.query(`set local role ${directoryRole}`);
        const result = await step(tx);
        await client.query(`set local role ${accountRole}`);
        return result;
      },
    });
  });
};

/** Runs work in one transaction on the directory tables: what is read before the account is known. */
export const withDirectory = <Result>(
  pool: DatabasePool,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => run(pool, toBegin(pool.limits, directoryRole), (client) => work(toTransaction(client)));
