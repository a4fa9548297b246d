import { DatabaseError, type Client } from "pg";
import { accountRole, directoryRole } from "./transaction.ts";

const alreadyThere = new Set(["42710", "23505"]);

const createRole = async (client: Client, role: string): Promise<void> => {
  const found = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (found.rowCount !== 0) return;
  await client.query(`create role ${role} nologin`).catch((error: unknown) => {
    // Roles belong to the whole server: another database's start may have made it a moment ago.
    if (!(error instanceof DatabaseError) || !alreadyThere.has(error.code ?? "")) throw error;
  });
};

const joinRole = async (client: Client, role: string): Promise<void> => {
  const { rows } = await client.query<{ may: boolean }>(
    "select pg_has_role(current_user, $1, 'SET') as may",
    [role],
  );
  if (rows[0]?.may === true) return;
  // Without inheriting: what forgets to take a role must not see what the role sees.
  await client.query(`grant ${role} to current_user with inherit false, set true`);
};

/** Makes the roles that transactions take on, and lets the connecting user take them; repeating it changes nothing. */
export const ensureRoles = async (client: Client): Promise<void> => {
  for (const role of [accountRole, directoryRole]) {
    try {
      await createRole(client, role);
      await joinRole(client, role);
    } catch (error) {
      throw new Error(
        `The database user may not make or take the role ${role}. Let an administrator run: ` +
          `create role ${role} nologin; grant ${role} to <database user> with inherit false, set true;`,
        { cause: error },
      );
    }
  }
};
