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

const toJson = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part));

/** Writes the audit row of a change in the change's own transaction and, when routing depends on it, moves the book on. */
export const recordChange = async (tx: AccountTransaction, ctx: Context, change: Change): Promise<void> => {
  await tx.query(
    `insert into audit_log (account_id, actor_kind, actor_id, action, noun, noun_id, before, after, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ctx.accountId,
      ctx.actor.kind,
      ctx.actor.id,
      change.action,
      change.noun,
      change.nounId,
      toJson(change.before),
      toJson(change.after),
      ctx.requestId,
    ],
  );
  if (!change.book) return;
  await tx.query("update accounts set revision = revision + 1, updated_at = now() where account_id = $1", [
    ctx.accountId,
  ]);
  await tx.query("select pg_notify('book', $1)", [ctx.accountId]);
};
