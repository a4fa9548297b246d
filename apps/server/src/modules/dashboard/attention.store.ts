import type { Hours } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { toReachedAgents } from "#modules/plans/reached-agents.ts";
import { toReachedTargets } from "#modules/plans/reached-targets.ts";

/** So many of one kind are read; more than these are no list that a person works through. */
const rowsMax = 200;

export type Busy = { id: string; name: string; concurrency_max: number; in_use: number };

/** Targets that have as many calls going on as they take at once. */
export const selectFullTargets = async (tx: AccountTransaction): Promise<Busy[]> => {
  const { rows } = await tx.query<Busy>(
    `select target.id, target.name, target.concurrency_max, count(*)::int as in_use
     from calls join targets target on target.account_id = calls.account_id and target.id = calls.target_id
     where calls.account_id = $1 and calls.status <> 'ended' and target.status = 'active'
     group by target.id, target.name, target.concurrency_max
     having count(*) >= target.concurrency_max order by count(*) desc, target.name limit ${rowsMax}`,
    [tx.accountId],
  );
  return rows;
};

export type Counted = { id: string; name: string; calls: number };

const callsToday = (column: string, noun: string): string => `(
  select count(*)::int from calls where calls.account_id = $1 and calls.${column} = ${noun}.id
    and arrived_at >= $2 and arrived_at < $3)`;

/** When a target takes calls. */
export type Schedule = { hours: Hours; timeZone: string };

export type UnservedCampaign = Counted & { schedules: Schedule[] };

/** Active campaigns without a target in service that is always open, with the hours of those that are in service. */
export const selectUnserved = async (
  tx: AccountTransaction,
  { from, to }: { from: Date; to: Date },
): Promise<UnservedCampaign[]> => {
  const { rows } = await tx.query<UnservedCampaign>(
    `select campaign.id, campaign.name, service.schedules, ${callsToday("campaign_id", "campaign")} as calls
     from campaigns campaign
     cross join lateral (
       select count(*) filter (where coalesce(reached.hours, target.hours) is null) as always_open,
         coalesce(jsonb_agg(jsonb_build_object('hours', coalesce(reached.hours, target.hours),
           'timeZone', coalesce(target.time_zone, account.time_zone))), '[]') as schedules
       from (${toReachedTargets("campaign.plan_id")}
         union all select campaign.fallback_target_id, null::jsonb) as reached
       join targets target on target.account_id = $1 and target.id = reached.target_id
       join buyers buyer on buyer.account_id = target.account_id and buyer.id = target.buyer_id
       join accounts account on account.account_id = target.account_id
       where target.status = 'active' and buyer.status = 'active'
     ) service
     where campaign.account_id = $1 and campaign.status = 'active' and service.always_open = 0
       and not exists (${toReachedAgents("campaign.plan_id")})
     order by calls desc, campaign.name limit ${rowsMax}`,
    [tx.accountId, from, to],
  );
  return rows;
};

export type LostNumber = Counted & { campaign: string | null; campaign_status: string | null };

/** Active numbers of no campaign, or of one that takes no calls. */
export const selectLostNumbers = async (
  tx: AccountTransaction,
  { from, to }: { from: Date; to: Date },
): Promise<LostNumber[]> => {
  const { rows } = await tx.query<LostNumber>(
    `select number.id, number.number as name, campaign.name as campaign, campaign.status as campaign_status,
       ${callsToday("number_id", "number")} as calls
     from numbers number
     left join campaigns campaign on campaign.account_id = number.account_id and campaign.id = number.campaign_id
     where number.account_id = $1 and number.status = 'active' and campaign.status is distinct from 'active'
     order by calls desc, number.number limit ${rowsMax}`,
    [tx.accountId, from, to],
  );
  return rows;
};

/** Today's refused calls, those among them whose number leads to no campaign, and the events that wait for somebody to look at them. */
export const countTroubles = async (
  tx: AccountTransaction,
  { from, to }: { from: Date; to: Date },
): Promise<{ refused: number; unassigned: number; quarantined: number }> => {
  const { rows } = await tx.query<{ refused: number; unassigned: number; quarantined: number }>(
    `select (
       select count(*)::int from calls
       where account_id = $1 and outcome = 'refused' and arrived_at >= $2 and arrived_at < $3
     ) as refused, (
       select count(*)::int from calls
       where account_id = $1 and outcome = 'refused' and campaign_id is null and arrived_at >= $2 and arrived_at < $3
     ) as unassigned, (
       select count(*)::int from quarantined_events where account_id = $1 and replayed_at is null
     ) as quarantined`,
    [tx.accountId, from, to],
  );
  return rows[0] ?? { refused: 0, unassigned: 0, quarantined: 0 };
};

/** Ids of the latest calls that dialled anybody. */
export const selectLatestDialled = async (
  tx: AccountTransaction,
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    `select id from calls where account_id = $1 and arrived_at >= $2 and arrived_at < $3 and attempts > 0
     order by arrived_at desc, id desc limit $4`,
    [tx.accountId, from, to, limit],
  );
  return rows.map(({ id }) => id);
};

/** Names of those of the targets that are in service. */
export const selectActiveNames = async (
  tx: AccountTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const { rows } = await tx.query<{ id: string; name: string }>(
    "select id, name from targets where account_id = $1 and status = 'active' and id = any ($2::uuid[])",
    [tx.accountId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};
