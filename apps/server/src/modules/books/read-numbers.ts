import { type AccountBook, bookNumberKey, type NumberEntry, type Paused } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { listNumbers } from "./books.store.ts";

type NumberRow = Awaited<ReturnType<typeof listNumbers>>[number];

const findPaused = ({ number, publisherStatus }: NumberRow): Paused | undefined => {
  if (number.status === "paused") return "number";
  return publisherStatus === "paused" ? "publisher" : undefined;
};

const toEntry = (row: NumberRow, campaigns: AccountBook["campaigns"]): NumberEntry => {
  const { id, campaignId } = row.number;
  const paused = findPaused(row);
  return {
    id,
    campaignId: campaignId !== null && campaignId in campaigns ? campaignId : null,
    publisherId: row.publisherId,
    ...(paused && { paused }),
  };
};

/** An archived campaign or publisher is as good as none: the number answers for nobody. */
export const readNumbers = async (
  tx: AccountTransaction,
  campaigns: AccountBook["campaigns"],
): Promise<AccountBook["numbers"]> => {
  const rows = await listNumbers(tx);
  return Object.fromEntries(
    rows.map((row) => [
      bookNumberKey(row.number.carrierAccountId, row.number.number),
      toEntry(row, campaigns),
    ]),
  );
};
