import type { CallEvent } from "@ccp/engine";
import { pino } from "pino";
import { Client } from "pg";
import { bookEvents } from "#live/drain/book-events.ts";
import {
  arrivedAt,
  createSampleCall,
  tellWholeCall,
  type SampleCall,
} from "#live/drain/testing/sample-call.ts";
import { withAccount } from "#db/transaction.ts";
import type { HttpDeps } from "#http/deps.ts";
import type { TestApp } from "#http/testing/test-app.ts";
import { compileBook } from "#modules/books/compile-book.ts";

export type CallPlace = {
  numberId: number;
  campaignId: string | null;
  publisherId: string | null;
  targetId: string;
  buyerId: number;
  bookRevision: number;
};

export type ToldCall = { call: SampleCall; events: CallEvent[] };

/** A call's events as of now, at a number and a target of one's choice. */
export const tellCall = (accountId: string, place: CallPlace, tell = tellWholeCall): ToldCall => {
  const call = createSampleCall(accountId);
  const { numberId, campaignId, publisherId, targetId, buyerId, bookRevision } = place;
  const sinceMs = Date.now() - arrivedAt;
  const told = tell(call).map((event) => ({ ...event, at: event.at + sinceMs }));
  const events = told.map((event) => {
    const { fact } = event;
    if (fact.kind === "arrived") return { ...event, fact: { ...fact, numberId, campaignId, publisherId } };
    if (fact.kind !== "decided" || fact.choice.kind !== "dial") return event;
    return { ...event, fact: { ...fact, bookRevision, choice: { ...fact.choice, targetId, buyerId } } };
  });
  return { call, events };
};

export const book = ({ database }: TestApp, accountId: string, events: readonly CallEvent[]) =>
  withAccount(database.pools.drain, accountId, (tx) => bookEvents(tx, events));

/** Stores the account's book of now, as the server does after each change; gives its revision. */
export const storeBook = async ({ deps }: TestApp, accountId: string): Promise<number> => {
  const compiled = await withAccount(deps.pools.app, accountId, (tx) =>
    compileBook(tx, {
      sealer: deps.sealer,
      log: pino({ level: "silent" }),
      snapshot: { find: () => undefined },
    }),
  );
  return compiled?.entry.book.revision ?? 0;
};

type Row = Record<string, unknown>;

/** Every row of the account in every table that is some account's. */
export const readTables = async (
  { database }: TestApp,
  accountId: string,
): Promise<Record<string, Row[]>> => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    // The tables' owner is bound by their policies as well.
    await client.query("select set_config('app.account', $1, false)", [accountId]);
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1",
    );
    const tables: Record<string, Row[]> = {};
    for (const { name } of rows) {
      const found = await client.query<{ row: Row }>(
        `select to_jsonb(t) as row from ${name} t where account_id = $1 order by to_jsonb(t)::text`,
        [accountId],
      );
      tables[name] = found.rows.map(({ row }) => row);
    }
    return tables;
  } finally {
    await client.end();
  }
};

export const countRows = (tables: Record<string, Row[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]));

export type DemoIds = {
  numbers: { id: number; number: string }[];
  campaign: string;
  plan: string;
  publisher: string;
  target: string;
  buyer: number;
  uuids: string[];
};

/** The demonstration's nouns as they are in the account now. */
export const readDemoIds = async ({ deps }: { deps: HttpDeps }, accountId: string): Promise<DemoIds> =>
  withAccount(deps.pools.app, accountId, async (tx) => {
    const { rows } = await tx.query<{ noun: string; id: string }>(
      "select noun, noun_id as id from demo_rows order by noun, noun_id",
    );
    const numbers = await tx.query<{ id: number; number: string }>(
      "select id::int, number from numbers where id::text in (select noun_id from demo_rows where noun = 'number') order by id",
    );
    const of = (noun: string) => rows.filter((row) => row.noun === noun).map(({ id }) => id);
    const first = (noun: string) => of(noun)[0] ?? "";
    const target = first("target");
    const buyer = await tx.query<{ id: number }>("select buyer_id::int as id from targets where id = $1", [
      target,
    ]);
    return {
      numbers: numbers.rows,
      campaign: first("campaign"),
      plan: first("plan"),
      publisher: first("publisher"),
      target,
      buyer: buyer.rows[0]?.id ?? 0,
      uuids: [...of("campaign"), ...of("publisher"), ...of("target")],
    };
  });
