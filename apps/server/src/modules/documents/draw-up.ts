import type { DocumentKind, DocumentPreview, PreviewDocument } from "@ccp/contract";
import { type Party, toMicros } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { getAccountRow } from "#modules/accounts/get-account.ts";
import { findLastDocument } from "./documents.store.ts";
import { findLastTransferId, readOpening, readTotals, type Total } from "./ledger-lines.store.ts";
import type { Marks } from "./marks.ts";
import { findPartyName } from "./parties.store.ts";
import { toPeriod } from "./to-period.ts";

export type DrawnUp = { preview: DocumentPreview; marks: Marks; partyName: string };

const toParty = ({ buyerId, publisherId }: PreviewDocument): Party => {
  if (buyerId !== undefined && publisherId === undefined) return { kind: "buyer", id: buyerId };
  if (publisherId !== undefined && buyerId === undefined) return { kind: "publisher", id: publisherId };
  throw invalidField("body.buyerId", "Give either a buyer, for an invoice, or a publisher, for a statement.");
};

const getPartyName = async (tx: AccountTransaction, party: Party): Promise<string> => {
  const name = await findPartyName(tx, party);
  if (name === undefined) throw invalidField(`body.${party.kind}Id`, `There is no such ${party.kind}.`);
  return name;
};

/** Where the document begins: after the party's last one, else with everything before the period as opening balance. */
const toMarks = async (
  tx: AccountTransaction,
  input: PreviewDocument,
  { party, now }: { party: Party; now: number },
): Promise<{ marks: Marks; opening: bigint }> => {
  const { currency, timeZone } = await getAccountRow(tx);
  const period = await toPeriod(tx, input, { timeZone, now });
  const transferId = await findLastTransferId(tx);
  const last = await findLastDocument(tx, { party, currency });
  if (last === undefined) {
    const { periodStart: openingUntil } = period;
    const marks = { party, currency, ...period, openingUntil, openingTransferId: transferId, transferId };
    return { marks, opening: await readOpening(tx, marks) };
  }
  if (input.periodFrom <= last.periodThrough) {
    const message = `The last ${last.kind} goes through ${last.periodThrough}; begin after that.`;
    throw invalidField("body.periodFrom", message);
  }
  const opened = { openingUntil: last.periodUntil, openingTransferId: last.transferId };
  return { marks: { party, currency, ...period, ...opened, transferId }, opening: last.closingMicros };
};

const toText = ({ count, micros }: Total) => ({ count, micros: micros.toString() });

/** What an invoice or a statement says as the ledger stands. Law: opening and totals are the closing balance. */
export const drawUp = async (
  tx: AccountTransaction,
  input: PreviewDocument,
  now: number,
): Promise<DrawnUp> => {
  const party = toParty(input);
  const partyName = await getPartyName(tx, party);
  const account = await getAccountRow(tx);
  const { marks, opening } = await toMarks(tx, input, { party, now });
  const totals = await readTotals(tx, marks);
  const sum = Object.values(totals).reduce((all, { micros }) => all + micros, opening);
  const kind: DocumentKind = party.kind === "buyer" ? "invoice" : "statement";
  return {
    marks,
    partyName,
    preview: {
      kind,
      buyer: party.kind === "buyer" ? { id: party.id, name: partyName } : null,
      publisher: party.kind === "publisher" ? { id: party.id, name: partyName } : null,
      accountName: account.name,
      currency: account.currency,
      timeZone: account.timeZone,
      periodFrom: input.periodFrom,
      periodThrough: input.periodThrough,
      periodStart: marks.periodStart.toISOString(),
      periodUntil: marks.periodUntil.toISOString(),
      openingMicros: opening.toString(),
      calls: toText(totals.call),
      adjustments: toText(totals.adjustment),
      reversals: toText(totals.reversal),
      earlier: toText(totals.earlier),
      closingMicros: sum.toString(),
    },
  };
};

/** The amounts of a preview as the document keeps them. */
export const toAmounts = ({ openingMicros, closingMicros, ...preview }: DocumentPreview) => ({
  openingMicros: toMicros(openingMicros),
  callsCount: preview.calls.count,
  callsMicros: toMicros(preview.calls.micros),
  adjustmentsCount: preview.adjustments.count,
  adjustmentsMicros: toMicros(preview.adjustments.micros),
  reversalsCount: preview.reversals.count,
  reversalsMicros: toMicros(preview.reversals.micros),
  earlierCount: preview.earlier.count,
  earlierMicros: toMicros(preview.earlier.micros),
  closingMicros: toMicros(closingMicros),
});
