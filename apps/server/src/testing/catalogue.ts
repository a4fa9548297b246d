import type { Client } from "pg";

/** The only tables without an account in front: they are read before the account is known. */
export const directoryTables = [
  "api_key_directory",
  "carrier_directory",
  "live_epoch",
  "login_directory",
  "login_links",
  "sessions",
];

const ownAccount =
  "(account_id = ( SELECT (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid AS \"nullif\"))";

// Each rule is a query for those who break it.
const rules: readonly { fault: string; sql: string }[] = [
  {
    fault: "has no row security that also holds for its owner",
    sql: `select relname as name from tenant_tables where not (relrowsecurity and relforcerowsecurity)`,
  },
  {
    fault: "has no policy for its own account",
    sql: `select relname as name from tenant_tables t where not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polname = 'own_account' and p.polcmd = '*'
        and p.polpermissive and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) = $2 and pg_get_expr(p.polwithcheck, p.polrelid) = $2)`,
  },
  {
    fault: "is a policy that nobody expects",
    sql: `select relname || '.' || polname as name from pg_policy p join pg_class c on c.oid = polrelid
      where polname <> 'own_account' and (relname, polname, polcmd) <> ('accounts', 'directory_reads', 'r')`,
  },
  {
    fault: "has no primary key that begins with the account",
    sql: `select relname as name from tenant_tables t where not exists (
      select from pg_index i where i.indrelid = t.oid and i.indisprimary
        and (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]) = 'account_id')`,
  },
  {
    fault: "is a unique index that does not begin with the account",
    sql: `select i.indexrelid::regclass::text as name from pg_index i join tenant_tables t on t.oid = i.indrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where i.indisunique and a.attname <> 'account_id'`,
  },
  {
    fault: "is a foreign key that does not begin with the account on both sides",
    sql: `select f.conname as name from pg_constraint f join pg_class c on c.oid = f.conrelid
      where f.contype = 'f' and c.relnamespace = 'public'::regnamespace and not (
        (select attname from pg_attribute where attrelid = f.conrelid and attnum = f.conkey[1]) = 'account_id'
        and (select attname from pg_attribute where attrelid = f.confrelid and attnum = f.confkey[1]) = 'account_id')`,
  },
  {
    fault: "is open to the account's role",
    sql: `select name from unnest($1::text[]) name
      where has_table_privilege('ccp_app', name, 'select, insert, update, delete, truncate')`,
  },
  {
    fault: "is open to the directory's role",
    sql: `select relname as name from tenant_tables
      where has_table_privilege('ccp_directory', oid, 'select, insert, update, delete, truncate')
      union all select relname || '.' || attname from tenant_tables join pg_attribute on attrelid = oid
      where attnum > 0 and has_column_privilege('ccp_directory', oid, attnum, 'select, insert, update')
        and (relname, attname) not in (('accounts', 'account_id'), ('accounts', 'revision'))`,
  },
  {
    fault: "holds facts that could be changed or taken away",
    sql: `select name from unnest(array['ledger_transfers', 'call_events', 'audit_log']) name
      where has_any_column_privilege('ccp_app', name, 'update')
        or has_table_privilege('ccp_app', name, 'update, delete, truncate')`,
  },
  {
    fault: "is kept as it was issued or asked for, and could be changed or taken away",
    sql: `select name || '.' || attname as name from unnest(array['adjustments', 'documents']) name
        join pg_attribute on attrelid = name::regclass and attnum > 0 and not attisdropped
      where has_column_privilege('ccp_app', name, attname, 'update')
        and attname !~ '^(status|decided_.*|decision_note|voided_.*|void_note|version|updated_at)$'
      union all select name from unnest(array['adjustments', 'documents']) name
      where has_table_privilege('ccp_app', name, 'delete, truncate')`,
  },
  {
    fault: "can be emptied past row security",
    sql: `select relname as name from tenant_tables where has_table_privilege('ccp_app', oid, 'truncate')`,
  },
  {
    fault: "is a view or function with its owner's rights",
    sql: `select relname as name from pg_class where relnamespace = 'public'::regnamespace
        and relkind in ('v', 'm') and not coalesce('security_invoker=true' = any(reloptions), false)
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and proname <> 'remove_demo_calls'`,
  },
  {
    fault: "takes facts away for somebody else than the account's role",
    sql: `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and (has_function_privilege('ccp_directory', oid, 'execute')
        or not coalesce('search_path=pg_catalog, public, pg_temp' = any(proconfig), false))`,
  },
];

const tenantTables = `with tenant_tables as (
  select oid, relname, relrowsecurity, relforcerowsecurity from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1::text[])
), arguments as (select $1::text[], $2::text)`;

/** Every hole in the wall between accounts that the database's own catalogue shows, as `name fault`. */
export const findCatalogueFaults = async (client: Client): Promise<string[]> => {
  const faults: string[] = [];
  for (const { fault, sql } of rules) {
    const { rows } = await client.query<{ name: string }>(`${tenantTables} ${sql}`, [
      directoryTables,
      ownAccount,
    ]);
    faults.push(...rows.map(({ name }) => `${name} ${fault}`));
  }
  return faults.sort();
};
