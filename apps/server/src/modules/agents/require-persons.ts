import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";

/** Refuses users that are absent, somebody else's or removed; `path` is where each was given. */
export const requirePersons = async (
  tx: AccountTransaction,
  given: readonly { userId: number | null | undefined; path: string }[],
): Promise<void> => {
  for (const { userId, path } of given) {
    if (userId === null || userId === undefined) continue;
    const { rows } = await tx.query(
      "select from users where account_id = $1 and id = $2 and removed_at is null",
      [tx.accountId, userId],
    );
    if (rows.length === 0) throw invalidField(path, "There is no such user.");
  }
};
