import type { Cap, CapScope } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";

/** Whose caps are kept where, on which clock, and whether calls at once are limited beside them. */
const sources = {
  target: {
    table: "targets",
    id: "uuid",
    zone: "coalesce(o.time_zone, a.time_zone)",
    calls: "o.concurrency_max",
  },
  "target-group": { table: "target_groups", id: "uuid", zone: "a.time_zone", calls: "o.concurrency_max" },
  buyer: { table: "buyers", id: "bigint", zone: "a.time_zone", calls: "o.concurrency_max" },
  campaign: { table: "campaigns", id: "uuid", zone: "o.time_zone", calls: "null::int" },
  publisher: { table: "publishers", id: "uuid", zone: "a.time_zone", calls: "null::int" },
} as const satisfies Record<CapScope, object>;

/** Who has caps. */
export type CapsKey = { scope: CapScope; id: string | number };

type Stored = {
  caps: Cap[] | null;
  generation: string;
  timeZone: string;
  concurrencyMax: number | null;
};

/** What tells the counters of an owner; undefined where there is no such owner. */
export const findOwnerCaps = async (tx: AccountTransaction, { scope, id }: CapsKey) => {
  const source = sources[scope];
  const { rows } = await tx.query<Stored>(
    `select o.caps, o.caps_generation as generation, ${source.zone} as "timeZone",
       ${source.calls} as "concurrencyMax"
     from ${source.table} o join accounts a on a.account_id = o.account_id
     where o.account_id = $1 and o.id = $2::${source.id}`,
    [tx.accountId, String(id)],
  );
  const [row] = rows;
  return (
    row && {
      caps: { list: row.caps ?? [], generation: Number(row.generation), timeZone: row.timeZone },
      concurrencyMax: row.concurrencyMax,
    }
  );
};

/** Has the caps of an owner count anew. */
export const raiseCapsGeneration = async (tx: AccountTransaction, { scope, id }: CapsKey): Promise<void> => {
  const source = sources[scope];
  await tx.query(
    `update ${source.table} set caps_generation = caps_generation + 1, version = version + 1, updated_at = now()
     where account_id = $1 and id = $2::${source.id}`,
    [tx.accountId, String(id)],
  );
};

/** A strict cap on revenue that a target stands under whose revenue is reported by its buyer. */
export type ReportedUnderStrict = { target: string; scope: CapScope; owner: string };

/**
 * The first of them in the account; undefined where there is none. A target stands under its own caps and its buyer's,
 * under those of each group that it is a member of, and of each campaign whose plan lists it or such a group.
 */
export const findReportedUnderStrict = async (
  tx: AccountTransaction,
): Promise<ReportedUnderStrict | undefined> => {
  const isStrict = `jsonb_path_exists(o.caps, '$[*] ? (@.on == "revenue" && (!exists(@.mode) || @.mode == "strict"))')`;
  const owners = (["target", "target-group", "buyer", "campaign"] as const).map(
    (
      scope,
    ) => `select '${scope}' as scope, o.id::text as id, o.name, ${scope === "campaign" ? "o.plan_id" : "null::uuid"} as plan_id
      from ${sources[scope].table} o where o.account_id = $1 and o.status <> 'archived' and ${isStrict}`,
  );
  const { rows } = await tx.query<ReportedUnderStrict>(
    `with strict as (${owners.join(" union all ")}),
     reported as (
       select t.id as target_id, t.buyer_id, t.name, null::uuid as group_id, null::uuid as plan_id
       from targets t
       where t.account_id = $1 and t.status <> 'archived' and t.conversion ->> 'kind' = 'webhook'
       union all
       select t.id, t.buyer_id, t.name, m.group_id, null from targets t
       join target_group_members m on m.account_id = t.account_id and m.target_id = t.id
       where t.account_id = $1 and t.status <> 'archived' and t.conversion ->> 'kind' = 'webhook'
       union all
       select t.id, t.buyer_id, t.name, r.group_id, r.plan_id from plan_rows r
       left join target_group_members m on m.account_id = r.account_id and m.group_id = r.group_id
       join targets t on t.account_id = r.account_id and t.id = coalesce(r.target_id, m.target_id)
       where r.account_id = $1 and t.status <> 'archived'
         and coalesce(r.revenue #>> '{conversion,kind}', case when r.revenue is null then t.conversion ->> 'kind' end)
           = 'webhook'
     )
     select r.name as target, s.scope, s.name as owner from reported r join strict s on case s.scope
       when 'target' then s.id = r.target_id::text
       when 'target-group' then s.id = r.group_id::text
       when 'buyer' then s.id = r.buyer_id::text
       else s.plan_id = r.plan_id end
     order by s.scope, s.name, r.name limit 1`,
    [tx.accountId],
  );
  return rows[0];
};
