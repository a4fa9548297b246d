import { type CallSummary, listCallsQuery } from "@ccp/contract";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import type { Page } from "#http/verb.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { listCalls } from "./list-calls.ts";

let database: TestDatabase;
let account: TestAccount;

const fill = (accountId: string, count: number) =>
  withAccount(database.pools.app, accountId, (tx) =>
    tx.query(
      `insert into calls (account_id, id, carrier_call_ref, campaign_id, caller, dialled, status, outcome, attempts,
         arrived_at, converted, currency, revenue_micros, payout_micros)
       select $1, gen_random_uuid(), 'CA' || place, md5((place % 20)::text)::uuid,
         '+1202' || lpad(((place * 7919) % 10000000)::text, 7, '0'), '+12025550100',
         case when place > $2 - 20 then 'ringing' else 'ended' end, null, 0,
         '2026-01-01'::timestamptz + place * interval '1 minute', false, 'USD', 0, 0
       from generate_series(1, $2::int) place`,
      [accountId, count],
    ),
  );

beforeAll(async () => {
  database = await createTestDatabase();
  account = await createTestAccount(database.pools);
  const other = await createTestAccount(database.pools);
  await fill(account.accountId, 20_000);
  await fill(other.accountId, 10_000);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("vacuum analyze calls");
  await client.end();
});

afterAll(() => database.drop());

type Statement = { text: string; values: unknown[] };

/** The pools, with what is asked of calls written down on the way. */
const watchPools = (asked: Statement[]): Pools => {
  const { app } = database.pools;
  const connect: Pools["app"]["connect"] = async () => {
    const client = await app.connect();
    return new Proxy(client, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        return (...parts: unknown[]): unknown => {
          const [statement, values] = parts as [{ text?: string }, unknown[]];
          if (key === "query" && statement.text !== undefined) asked.push({ text: statement.text, values });
          return Reflect.apply(value, target, parts);
        };
      },
    });
  };
  return { ...database.pools, app: { ...app, connect } };
};

/** How PostgreSQL finds the calls of the page, as text. */
const explain = async (
  query: z.input<typeof listCallsQuery>,
): Promise<{ plan: string; page: Page<CallSummary> }> => {
  const asked: Statement[] = [];
  const now = Date.parse("2026-01-15T00:00:00Z");
  const using = { pools: watchPools(asked), ctx: account.ctx, now };
  const page = await listCalls({ ...using, input: listCallsQuery.parse(query) });
  const [first] = asked;
  if (first === undefined) throw new Error("Nothing was asked.");
  const plan = await withAccount(database.pools.app, account.accountId, async (tx) => {
    const { rows } = await tx.query<{ "QUERY PLAN": string }>(
      `explain (costs off) ${first.text}`,
      first.values,
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  return { plan, page };
};

test.each(["-arrivedAt", "arrivedAt"] as const)(
  "a page by %s is read off the index, the last like the first",
  async (sort) => {
    const { plan, page } = await explain({ sort, limit: 200 });
    const deep = await explain({ sort, limit: 200, cursor: page.nextCursor ?? "" });
    expect(deep.page.items.map(({ id }) => id)).not.toContain(page.items[0]?.id);
    const scan = `Index Only Scan${sort === "-arrivedAt" ? " Backward" : ""} using calls_account_id_arrived_at_id_index`;
    for (const each of [plan, deep.plan]) {
      expect(each).toContain(scan);
      expect(each).not.toContain("Sort");
    }
    expect(deep.plan).toMatch(/Index Cond: .*ROW\(arrived_at, id\)/);
  },
);

test.each<[string, z.input<typeof listCallsQuery>, string]>([
  ["a caller by the last digits", { caller: "0 142" }, "calls_account_id_caller_reversed_arrived_at_index"],
  ["calls that are not over", { status: "!ended" }, "calls_live_index"],
  ["calls that were recorded", { hasRecording: "true" }, "call_events_recording_index"],
])("%s are found by their own index", async (_name, query, index) => {
  expect((await explain(query)).plan).toContain(index);
});
