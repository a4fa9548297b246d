import { toPartyAccount } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";

/** What these buyers owe by the ledger, in the account's currency; what a buyer paid too much is negative. */
export const readOwed = async (
  tx: AccountTransaction,
  buyerIds: readonly number[],
): Promise<{ buyerId: number; micros: bigint }[]> => {
  const { rows } = await tx.query<{ party: string; micros: string }>(
    `select party, coalesce(sum(case when debit = party then amount_micros else -amount_micros end), 0)::text as micros
     from unnest($2::text[]) as asked (party)
     left join ledger_transfers on account_id = $1
       and currency = (select currency from accounts where account_id = $1)
       and ((debit = party and debit <> 'margin') or (credit = party and credit <> 'margin'))
     group by party`,
    [tx.accountId, buyerIds.map((id) => toPartyAccount({ kind: "buyer", id }))],
  );
  return buyerIds.map((buyerId) => {
    const account = toPartyAccount({ kind: "buyer", id: buyerId });
    return { buyerId, micros: BigInt(rows.find(({ party }) => party === account)?.micros ?? 0) };
  });
};
