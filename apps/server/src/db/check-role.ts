import type { DatabasePool } from "./client.ts";
import { accountRole, directoryRole, withAccount, withDirectory, type Transaction } from "./transaction.ts";

const nobodysAccount = "00000000-0000-0000-0000-000000000000";

const findFault = async (tx: Transaction, role: string): Promise<string | undefined> => {
  const { rows } = await tx.query<{ role: string; super: boolean; bypass: boolean; owner: boolean }>(
    `select current_user as role, rolsuper as super, rolbypassrls as bypass,
       exists (
         select from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'MEMBER')
       ) as owner
     from pg_roles where rolname = current_user`,
  );
  const found = rows[0];
  if (found === undefined || found.role !== role) return `transactions do not run as ${role}`;
  if (found.super) return `${role} is a superuser`;
  if (found.bypass) return `${role} bypasses row security`;
  if (found.owner) return `${role} owns tables, or is a member of the role that does`;
  return undefined;
};

/** Throws when the roles that transactions run as could look past the wall between accounts. */
export const checkRole = async (pool: DatabasePool): Promise<void> => {
  const faults = [
    await withAccount(pool, nobodysAccount, (tx) => findFault(tx, accountRole)),
    await withDirectory(pool, (tx) => findFault(tx, directoryRole)),
  ].filter((fault) => fault !== undefined);
  if (faults.length === 0) return;
  throw new Error(
    `The database does not keep accounts apart: ${faults.join("; ")}. ` +
      `Take those rights from ${accountRole} and ${directoryRole}, and let the database user be a member of both.`,
  );
};
