import type { AccountTransaction } from "#db/transaction.ts";
import { toReachedAgents } from "#modules/plans/reached-agents.ts";
import { toReachedTargets } from "#modules/plans/reached-targets.ts";

/** What there is of each step, looked up as it is now. */
export type ChecklistFacts = {
  isHidden: boolean;
  carrierAccounts: number;
  /** Simulated ones, and those that the carrier itself confirmed since their token was given. */
  readyCarrierAccounts: number;
  /** Active, of an active buyer. */
  targets: number;
  buyers: number;
  campaignId: string | null;
  campaignName: string | null;
  /** Active, of an active campaign. */
  number: string | null;
  numbers: number;
  /** Of a number whose campaign can ring somebody. */
  routedNumber: string | null;
  callId: string | null;
  callOutcome: string | null;
};

const isReady = `(c.carrier = 'simulator' or (
  select a.action = 'verify' and (a.after ->> 'isVerified')::boolean from audit_log a
  where a.account_id = $1 and a.noun = 'carrier-account' and a.noun_id = c.id::text
    and a.action in ('verify', 'renew-token')
  order by a.id desc limit 1))`;

const openTargets = `select t.id from targets t join buyers b on b.account_id = t.account_id and b.id = t.buyer_id
  where t.account_id = $1 and t.status = 'active' and b.status = 'active'`;

const assigned = `select n.number, n.id, c.plan_id from numbers n
  join campaigns c on c.account_id = n.account_id and c.id = n.campaign_id
  where n.account_id = $1 and n.status = 'active' and c.status = 'active'`;

const canRing = `exists (select from (${toReachedTargets("assigned.plan_id")}) as reached
  where reached.target_id in (${openTargets}))
  or exists (${toReachedAgents("assigned.plan_id")})`;

const selectFacts = `with assigned as (${assigned}), campaign as (
    select id, name from campaigns where account_id = $1 and status = 'active' order by created_at, id limit 1
  ), call as (
    select id, outcome from calls where account_id = $1 order by arrived_at desc, id desc limit 1
  )
  select is_checklist_hidden as "isHidden",
    (select count(*)::int from carrier_accounts where account_id = $1) as "carrierAccounts",
    (select count(*)::int from carrier_accounts c where c.account_id = $1 and ${isReady}) as "readyCarrierAccounts",
    (select count(*)::int from (${openTargets}) as open) as targets,
    (select count(*)::int from buyers where account_id = $1 and status = 'active') as buyers,
    (select id from campaign) as "campaignId", (select name from campaign) as "campaignName",
    (select number from assigned order by id limit 1) as number,
    (select count(*)::int from numbers where account_id = $1) as numbers,
    (select number from assigned where (${canRing}) order by id limit 1) as "routedNumber",
    (select id from call) as "callId", (select coalesce(outcome, 'in progress') from call) as "callOutcome"
  from accounts where account_id = $1`;

export const findChecklistFacts = async (tx: AccountTransaction): Promise<ChecklistFacts | undefined> => {
  const { rows } = await tx.query<ChecklistFacts>(selectFacts, [tx.accountId]);
  return rows[0];
};
