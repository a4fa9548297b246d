import type { Party } from "@ccp/engine";
import type { DocumentRow } from "./documents.store.ts";
import type { Marks } from "./marks.ts";

/** Whose document it is. */
export const toParty = ({ buyerId, publisherId }: Pick<DocumentRow, "buyerId" | "publisherId">): Party =>
  buyerId === null ? { kind: "publisher", id: publisherId ?? "" } : { kind: "buyer", id: buyerId };

/** What an issued document holds. */
export const toMarks = (row: DocumentRow): Marks => ({
  party: toParty(row),
  currency: row.currency,
  periodStart: row.periodStart,
  periodUntil: row.periodUntil,
  openingUntil: row.openingUntil,
  openingTransferId: row.openingTransferId,
  transferId: row.transferId,
});
