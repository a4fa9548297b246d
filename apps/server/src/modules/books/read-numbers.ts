import { type AccountBook, bookNumberKey } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { listNumbers } from "./books.store.ts";

/** An archived campaign or publisher is as good as none: the number answers for nobody. */
export const readNumbers = async (
  tx: AccountTransaction,
  campaigns: AccountBook["campaigns"],
): Promise<AccountBook["numbers"]> => {
  const rows = await listNumbers(tx);
  return Object.fromEntries(
    rows.map(({ number: { id, carrierAccountId, number, campaignId }, publisherId }) => [
      bookNumberKey(carrierAccountId, number),
      { id, campaignId: campaignId !== null && campaignId in campaigns ? campaignId : null, publisherId },
    ]),
  );
};
