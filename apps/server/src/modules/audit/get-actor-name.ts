import type { AccountTransaction } from "#db/transaction.ts";
import type { Actor } from "#http/context.ts";

const sources = {
  user: "select name from users where account_id = $1 and id::text = $2",
  "api-key": "select name from api_keys where account_id = $1 and id::text = $2",
} as const;

/** What an actor is called now, for what keeps it as it was. */
export const getActorName = async (tx: AccountTransaction, { kind, id }: Actor): Promise<string> => {
  if (kind === "system") return "The server";
  const { rows } = await tx.query<{ name: string }>(sources[kind], [tx.accountId, id]);
  const [row] = rows;
  if (row === undefined) throw new Error("The actor of a request is gone.");
  return row.name;
};
