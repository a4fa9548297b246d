import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { directoryTables, findCatalogueFaults } from "#testing/catalogue.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(() => client.query("rollback"));

test("every table stands behind the wall or is one of the directory's", async () => {
  expect(await findCatalogueFaults(client)).toEqual([]);
  const { rows } = await client.query(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity order by 1",
  );
  expect(rows.map(({ relname }) => relname)).toEqual(directoryTables);
});

test.each([
  [
    "alter table calls no force row level security",
    "calls has no row security that also holds for its owner",
  ],
  ["alter table calls disable row level security", "calls has no row security that also holds for its owner"],
  ["drop policy own_account on calls", "calls has no policy for its own account"],
  [
    "drop policy own_account on calls; create policy own_account on calls using (true)",
    "calls has no policy for its own account",
  ],
  ["create policy everybody on calls using (true)", "calls.everybody is a policy that nobody expects"],
  [
    "create table notes (id int primary key, account_id uuid)",
    "notes has no primary key that begins with the account",
  ],
  [
    "create unique index by_ref on calls (carrier_call_ref)",
    "by_ref is a unique index that does not begin with the account",
  ],
  [
    "alter table call_events add column n bigint; create unique index u on buyers (account_id, id, name); alter table buyers add unique (id); alter table call_events add constraint loose foreign key (n) references buyers (id)",
    "loose is a foreign key that does not begin with the account on both sides",
  ],
  ["grant select on sessions to ccp_app", "sessions is open to the account's role"],
  ["grant select on calls to ccp_directory", "calls is open to the directory's role"],
  ["grant select (name) on accounts to ccp_directory", "accounts.name is open to the directory's role"],
  [
    "grant update (amount_micros) on ledger_transfers to ccp_app",
    "ledger_transfers holds facts that could be changed or taken away",
  ],
  ["grant delete on call_events to ccp_app", "call_events holds facts that could be changed or taken away"],
  [
    "grant update (closing_micros) on documents to ccp_app",
    "documents.closing_micros is kept as it was issued or asked for, and could be changed or taken away",
  ],
  [
    "grant delete on adjustments to ccp_app",
    "adjustments is kept as it was issued or asked for, and could be changed or taken away",
  ],
  ["grant truncate on calls to ccp_app", "calls can be emptied past row security"],
  [
    "create view every_call as select * from calls",
    "every_call is a view or function with its owner's rights",
  ],
  [
    "create function every_call() returns bigint language sql security definer as 'select count(*) from calls'",
    "every_call is a view or function with its owner's rights",
  ],
  [
    "grant execute on function remove_demo_calls(integer) to public",
    "remove_demo_calls takes facts away for somebody else than the account's role",
  ],
  [
    "alter function remove_demo_calls(integer) reset search_path",
    "remove_demo_calls takes facts away for somebody else than the account's role",
  ],
])("the catalogue test finds: %s", async (hole, fault) => {
  await client.query(`begin; ${hole}`);
  expect(await findCatalogueFaults(client)).toContain(fault);
});
