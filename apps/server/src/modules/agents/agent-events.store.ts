import type { Agent, AgentEvent, ListAgentEventsQuery } from "@ccp/contract";
import type { Presence } from "@ccp/engine";
import { sql } from "drizzle-orm";
import type { AccountTransaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";

type Document = Omit<Extract<AgentEvent, { kind: "presence" }>, "at" | "presence"> & {
  presence: Presence;
} & Omit<Extract<AgentEvent, { kind: "call" }>, "at" | "kind">;

type Row = { id: string; at: number; document: Document };

const toTime = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

const toAgentEvent = ({ at: ms, document }: Row): AgentEvent => {
  const at = new Date(ms).toISOString();
  const { kind, presence, reason, actor, callId, outcome, connectedSeconds } = document;
  return kind === "presence"
    ? { kind, at, presence, reason, actor }
    : {
        kind,
        at,
        callId,
        outcome,
        connectedAt: toTime(document.connectedAt),
        endedAt: toTime(document.endedAt),
        connectedSeconds,
        wrapUpUntil: toTime(document.wrapUpUntil),
      };
};

// What people said stands on the audit trail, what calls did in their projection.
const toEvents = (accountId: string, id: string) => sql`(
  select 'said:' || said.id as id, said.at, jsonb_build_object(
    'kind', 'presence', 'presence', said.after ->> 'presence', 'reason', coalesce(said.after ->> 'reason', ''),
    'actor', jsonb_build_object('kind', said.actor_kind, 'id', said.actor_id, 'name',
      case said.actor_kind
        when 'user' then (select name from users person
          where person.account_id = said.account_id and person.id::text = said.actor_id)
        when 'api-key' then (select name from api_keys key
          where key.account_id = said.account_id and key.id::text = said.actor_id) end)) as document
  from audit_log said
  where said.account_id = ${accountId} and said.noun = 'agent' and said.noun_id = ${id}
    and said.action = 'set-status'
  union all
  select 'call:' || call_id || ':' || attempt, dialled_at, jsonb_build_object(
    'kind', 'call', 'callId', call_id, 'outcome', outcome, 'connectedAt', connected_at, 'endedAt', ended_at,
    'connectedSeconds', connected_seconds, 'wrapUpUntil', ended_at + make_interval(secs => wrap_up_seconds))
  from agent_calls where account_id = ${accountId} and agent_id = ${id}
) as event`;

/** Newest first. */
export const selectAgentEvents = async (
  tx: AccountTransaction,
  { id, cursor, limit }: { id: Agent["id"] } & ListAgentEventsQuery,
): Promise<Page<AgentEvent>> => {
  const sort = "-at";
  const at = { expression: sql`event.at`, type: "timestamptz" } as const;
  const keyset = toKeyset({ sort, cursor }, { at }, { expression: sql`event.id`, type: "text" });
  const rows = await tx.db
    .select({
      id: sql<string>`event.id`,
      at: sql<number>`(extract(epoch from event.at) * 1000)::float8`,
      document: sql<Document>`event.document`,
      sortKey: keyset.sortKey,
    })
    .from(toEvents(tx.accountId, id))
    .where(keyset.after)
    .orderBy(...keyset.orderBy)
    .limit(limit + 1);
  return toPage(rows, { limit, sort }, toAgentEvent);
};
