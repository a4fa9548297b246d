import { readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";

/** A connection as superuser to the embedded PostgreSQL of a data folder, for filling it and for looking past row security. */
export const connectToEmbedded = async (dataDir: string): Promise<Client> => {
  const port = readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  const password = readFileSync(path.join(dataDir, "postgres-password"), "utf8").trim();
  const client = new Client({
    host: "127.0.0.1",
    port: Number(port),
    user: "ccp_superuser",
    password,
    database: "ccp",
  });
  await client.connect();
  return client;
};

export const count = async (client: Client, table: "calls" | "call_events"): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${table}`);
  return Number(rows[0]?.n);
};

/** Ended calls with their events, spread over the last 30 days. */
export const storeCalls = async (client: Client, calls: number): Promise<void> => {
  await client.query("set synchronous_commit = off");
  await client.query(
    `insert into calls (account_id, id, carrier_call_ref, caller, dialled, status, outcome, attempts, arrived_at,
       ended_at, connected_seconds, converted, currency, revenue_micros, payout_micros)
     select a.account_id, gen_random_uuid(), 'CA' || md5(n::text), '+1202555' || lpad((n % 10000)::text, 4, '0'),
       '+12025550100', 'ended', 'connected', 1, now() - n * interval '2.5 seconds', now(), 95, true, 'USD',
       25000000, 12000000
     from generate_series(1, $1::int) n, (select account_id from accounts limit 1) a`,
    [calls],
  );
  await client.query(
    `insert into call_events (account_id, call_id, key, at, fact)
     select account_id, id, key, arrived_at, '{"kind":"converted","attempt":1}'
     from calls, unnest(array['arrived', 'decided:0', 'converted:1']) key where status = 'ended'`,
  );
  await client.query("vacuum analyze");
};
