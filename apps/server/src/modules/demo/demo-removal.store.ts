import type { AccountTransaction } from "#db/transaction.ts";

/** Takes at most so many calls of the demonstration away, with all that was booked of them; says how many. */
export const removeDemoCalls = async (tx: AccountTransaction, callsMax: number): Promise<number> => {
  const { rows } = await tx.query<{ removed: number }>("select remove_demo_calls($1) as removed", [callsMax]);
  return rows[0]?.removed ?? 0;
};

const isDemo = (noun: string, column: string): string =>
  `${column} in (select noun_id from demo_rows where account_id = $1 and noun = '${noun}')`;

const changed = "version = version + 1, updated_at = now()";

/** What is one's own and leads to the demonstration leads nowhere afterwards. */
const unlinking: readonly { noun: string; sql: string }[] = [
  {
    noun: "campaign",
    sql: `update campaigns set fallback_target_id = null, ${changed}
      where account_id = $1 and ${isDemo("target", "fallback_target_id::text")} and not ${isDemo("campaign", "id::text")}
      returning id::text, name`,
  },
  {
    noun: "plan",
    sql: `with gone as (
        delete from plan_rows where account_id = $1 and ${isDemo("target", "target_id::text")} returning plan_id)
      update plans set ${changed}
      where account_id = $1 and id in (select plan_id from gone) and not ${isDemo("plan", "id::text")}
      returning id::text, name`,
  },
  {
    noun: "target-group",
    sql: `with gone as (
        delete from target_group_members where account_id = $1 and ${isDemo("target", "target_id::text")}
        returning group_id)
      update target_groups set ${changed} where account_id = $1 and id in (select group_id from gone)
      returning id::text, name`,
  },
  {
    noun: "campaign",
    sql: `with gone as (
        delete from campaign_payouts where account_id = $1 and ${isDemo("publisher", "publisher_id::text")}
        returning campaign_id)
      update campaigns set ${changed}
      where account_id = $1 and id in (select campaign_id from gone) and not ${isDemo("campaign", "id::text")}
      returning id::text, name`,
  },
  {
    noun: "number",
    sql: `update numbers set ${changed},
        campaign_id = case when ${isDemo("campaign", "campaign_id::text")} then null else campaign_id end,
        publisher_id = case when ${isDemo("publisher", "publisher_id::text")} then null else publisher_id end
      where account_id = $1 and not ${isDemo("number", "id::text")}
        and (${isDemo("campaign", "campaign_id::text")} or ${isDemo("publisher", "publisher_id::text")})
      returning id::text, number as name`,
  },
  {
    // Without its campaign it would block everywhere.
    noun: "blocked-caller",
    sql: `delete from blocked_callers where account_id = $1 and ${isDemo("campaign", "campaign_id::text")}
      returning id::text, kind || ' ' || value as name`,
  },
];

/** A target needs its buyer, a campaign its plan, a number its carrier account: what one's own hang on becomes one's own. */
const adopting: readonly { noun: string; sql: string }[] = [
  {
    noun: "buyer",
    sql: `with kept as (
        select id, name from buyers where account_id = $1 and ${isDemo("buyer", "id::text")} and exists (
          select from targets t where t.account_id = $1 and t.buyer_id = buyers.id and not ${isDemo("target", "t.id::text")}))
      delete from demo_rows d using kept where d.account_id = $1 and d.noun = 'buyer' and d.noun_id = kept.id::text
      returning kept.id::text, kept.name`,
  },
  {
    noun: "plan",
    sql: `with kept as (
        select id, name from plans where account_id = $1 and ${isDemo("plan", "id::text")} and exists (
          select from campaigns c where c.account_id = $1 and c.plan_id = plans.id
            and not ${isDemo("campaign", "c.id::text")}))
      delete from demo_rows d using kept where d.account_id = $1 and d.noun = 'plan' and d.noun_id = kept.id::text
      returning kept.id::text, kept.name`,
  },
  {
    noun: "carrier-account",
    sql: `with kept as (
        select id, name from carrier_accounts c where account_id = $1 and exists (
          select from numbers n where n.account_id = $1 and n.carrier_account_id = c.id and not ${isDemo("number", "n.id::text")}))
      delete from demo_rows d using kept
      where d.account_id = $1 and d.noun = 'carrier-account' and d.noun_id = kept.id::text
      returning kept.id::text, kept.name`,
  },
];

/** Books that name the demonstration, but for those that a remaining call was decided by. */
const deleteBooks = `delete from books b where b.account_id = $1
  and exists (select from demo_rows d where d.account_id = $1 and d.noun in ('campaign', 'target', 'publisher')
    and position(d.noun_id in b.document::text) > 0)
  and not exists (select from calls c join call_events e on e.account_id = c.account_id and e.call_id = c.id
    where c.account_id = $1 and c.arrived_at >= b.created_at - interval '1 day'
      and e.fact ->> 'kind' = 'decided' and (e.fact ->> 'bookRevision')::bigint = b.revision)`;

const deleting: readonly string[] = [
  deleteBooks,
  `delete from numbers where account_id = $1 and ${isDemo("number", "id::text")}`,
  `delete from campaign_payouts where account_id = $1 and ${isDemo("campaign", "campaign_id::text")}`,
  `delete from campaigns where account_id = $1 and ${isDemo("campaign", "id::text")}`,
  `delete from plan_rows where account_id = $1 and ${isDemo("plan", "plan_id::text")}`,
  `delete from plan_drafts where account_id = $1 and ${isDemo("plan", "plan_id::text")}`,
  `delete from plan_versions where account_id = $1 and ${isDemo("plan", "plan_id::text")}`,
  `delete from plans where account_id = $1 and ${isDemo("plan", "id::text")}`,
  `delete from targets where account_id = $1 and ${isDemo("target", "id::text")}`,
  `delete from buyers where account_id = $1 and ${isDemo("buyer", "id::text")}`,
  `delete from publishers where account_id = $1 and ${isDemo("publisher", "id::text")}`,
];

const deleteCarrierAccounts = `delete from carrier_accounts
  where account_id = $1 and ${isDemo("carrier-account", "id::text")} returning id`;

export type Touched = { noun: string; id: string; name: string };

const runEach = async (
  tx: AccountTransaction,
  steps: readonly { noun: string; sql: string }[],
): Promise<Touched[]> => {
  const touched: Touched[] = [];
  for (const { noun, sql } of steps) {
    const { rows } = await tx.query<{ id: string; name: string }>(sql, [tx.accountId]);
    touched.push(...rows.map((row) => ({ noun, ...row })));
  }
  return touched;
};

/** One's own nouns that led to the demonstration, now without it. */
export const unlinkOwn = (tx: AccountTransaction): Promise<Touched[]> => runEach(tx, unlinking);

/** Nouns of the demonstration that stay, because something of one's own cannot be without them. */
export const adoptNeeded = (tx: AccountTransaction): Promise<Touched[]> => runEach(tx, adopting);

export const deleteDemoNouns = async (tx: AccountTransaction): Promise<void> => {
  for (const sql of deleting) await tx.query(sql, [tx.accountId]);
  const { rows } = await tx.query<{ id: string }>(deleteCarrierAccounts, [tx.accountId]);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) {
    await tx.asDirectory((directory) =>
      directory.query(
        "delete from carrier_directory where account_id = $1 and carrier_account_id = any ($2::bigint[])",
        [tx.accountId, ids],
      ),
    );
  }
  await tx.query("delete from demo_rows where account_id = $1", [tx.accountId]);
  await tx.query("update accounts set demo_traffic = null, is_demo = false where account_id = $1", [
    tx.accountId,
  ]);
};
