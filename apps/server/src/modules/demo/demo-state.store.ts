import type { Demo } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";

/** What the account has of the demonstration, and whether it has nouns of whoever's at all. */
export type DemoState = Pick<Demo, "traffic" | "counts"> & { hasNouns: boolean };

const countOf = (noun: string): string =>
  `(select count(*)::int from demo_rows where account_id = $1 and noun = '${noun}')`;

const tables = ["campaigns", "numbers", "publishers", "buyers", "targets"];

const selectState = `select demo_traffic as traffic,
  json_build_object('campaigns', ${countOf("campaign")}, 'numbers', ${countOf("number")},
    'publishers', ${countOf("publisher")}, 'buyers', ${countOf("buyer")}, 'targets', ${countOf("target")},
    'calls', (select count(*)::int from calls where account_id = $1 and number_id in (
      select noun_id::bigint from demo_rows where account_id = $1 and noun = 'number'))) as counts,
  ${tables.map((table) => `exists (select from ${table} where account_id = $1)`).join(" or ")} as "hasNouns"
from accounts where account_id = $1`;

export const readDemoState = async (tx: AccountTransaction): Promise<DemoState | undefined> => {
  const { rows } = await tx.query<DemoState>(selectState, [tx.accountId]);
  return rows[0];
};

export type LiveDemoCall = { id: string; carrierCallRef: string; carrierAccountId: number };

/** The demonstration's calls that are not over. */
export const selectLiveDemoCalls = async (tx: AccountTransaction): Promise<LiveDemoCall[]> => {
  const { rows } = await tx.query<LiveDemoCall>(
    `select c.id, c.carrier_call_ref as "carrierCallRef", n.carrier_account_id::int as "carrierAccountId"
     from calls c
     join demo_rows d on d.account_id = c.account_id and d.noun = 'number' and d.noun_id = c.number_id::text
     join numbers n on n.account_id = c.account_id and n.id = c.number_id
     where c.account_id = $1 and c.status <> 'ended'`,
    [tx.accountId],
  );
  return rows;
};

/** What a stream of calls needs to know: whose numbers may be called, and who may be dialled behind them. */
export type DemoStage = { accountRef: string; numbers: string[]; destinations: string[] };

/** Undefined unless the account's stream is to run. */
export const selectDemoStage = async (tx: AccountTransaction): Promise<DemoStage | undefined> => {
  const { rows } = await tx.query<DemoStage>(
    `select c.account_ref as "accountRef", array_agg(n.number order by n.id) as numbers,
       (select array_agg(t.destination order by t.name) from targets t
        join demo_rows d on d.account_id = t.account_id and d.noun = 'target' and d.noun_id = t.id::text
        where t.account_id = $1 and t.destination_kind = 'phone') as destinations
     from accounts a
     join demo_rows d on d.account_id = a.account_id and d.noun = 'number'
     join numbers n on n.account_id = a.account_id and n.id::text = d.noun_id
     join carrier_accounts c on c.account_id = a.account_id and c.id = n.carrier_account_id
     where a.account_id = $1 and a.demo_traffic = 'running' and c.carrier = 'simulator'
     group by c.account_ref limit 1`,
    [tx.accountId],
  );
  return rows[0];
};
