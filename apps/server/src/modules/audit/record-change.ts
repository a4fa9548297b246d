import type { AccountTransaction } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";

export type Change = {
  /** What was done, such as "create" or "revoke". */
  action: string;
  noun: string;
  nounId: string;
  /** As shown to people: secrets are left out by whoever writes the change down. */
  before: unknown;
  after: unknown;
  /** Whether the routing book shows the change, so that it has to be compiled anew. */
  book: boolean;
};

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part));

/** In the order in which the changes were made; one statement however many they are. */
const insertAuditRows = async (
  tx: AccountTransaction,
  ctx: Context,
  changes: readonly Change[],
): Promise<void> => {
  const rows = changes.map(({ action, noun, nounId, before, after }) => ({
    action,
    noun,
    nounId,
    before: before ?? null,
    after: after ?? null,
  }));
  await tx.query(
    `insert into audit_log (account_id, actor_kind, actor_id, action, noun, noun_id, before, after, request_id)
     select $1, $2, $3, change->>'action', change->>'noun', change->>'nounId',
       nullif(change->'before', 'null'::jsonb), nullif(change->'after', 'null'::jsonb), $4
     from jsonb_array_elements($5::jsonb) with ordinality as changes (change, place) order by place`,
    [ctx.accountId, ctx.actor.kind, ctx.actor.id, ctx.requestId, toJson(rows)],
  );
};

/**
 * Writes an audit row for each change in the changes' own transaction and, when routing depends on one of them, moves
 * the book on, once for all of them.
 */
export const recordChange = async (
  tx: AccountTransaction,
  ctx: Context,
  ...changes: Change[]
): Promise<void> => {
  await insertAuditRows(tx, ctx, changes);
  if (!changes.some(({ book }) => book)) return;
  await tx.query("update accounts set revision = revision + 1, updated_at = now() where account_id = $1", [
    ctx.accountId,
  ]);
  await tx.query("select pg_notify('book', $1)", [ctx.accountId]);
};
