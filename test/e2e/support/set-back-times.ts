import type { DatabasePool } from "@ccp/server/db/client.ts";

const listColumns = `select table_name as "table", column_name as "column" from information_schema.columns
  where table_schema = 'public' and column_default = 'now()'`;

/** The database stamps rows with the machine's time; in a world of another time they must not come from its future. */
export const setBackTimes = async (pool: DatabasePool, byMs: number): Promise<void> => {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ table: string; column: string }>(listColumns);
    for (const { table, column } of rows) {
      await client.query(`update ${table} set ${column} = ${column} - make_interval(secs => $1)`, [
        byMs / 1000,
      ]);
    }
  } finally {
    client.release();
  }
};
