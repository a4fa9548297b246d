import type { DocumentKind, DocumentPreview, PreviewDocument } from "@ccp/contract";
import { type Party, toMicros } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { getAccountRow } from "#modules/accounts/get-account.ts";
import { findLastDocument } from "./documents.store.ts";
import { findLastTransferId, readOpening, readTotals, type Total } from "./ledger-lines.store.ts";
import type { Marks } from "./marks.ts";
import { toPeriod } from "./to-period.ts";

export type DrawnUp = { preview: DocumentPreview; marks: Marks };

/** What is to be drawn up; `path` is where the request has the days. */
type Asked = {
  party: Party;
  partyName: string;
  period: PreviewDocument;
  path: "body" | "query";
  now: number;
};

/** Where the document begins: after the party's last one, else with everything before the period as opening balance. */
const toMarks = async (
  tx: AccountTransaction,
  { party, period: input, path, now }: Asked,
): Promise<{ marks: Marks; opening: bigint }> => {
  const { currency, timeZone } = await getAccountRow(tx);
  const period = await toPeriod(tx, input, { timeZone, now, path });
  const transferId = await findLastTransferId(tx);
  const last = await findLastDocument(tx, { party, currency });
  if (last === undefined) {
    const { periodStart: openingUntil } = period;
    const marks = { party, currency, ...period, openingUntil, openingTransferId: transferId, transferId };
    return { marks, opening: await readOpening(tx, marks) };
  }
  if (input.periodFrom <= last.periodThrough) {
    const message = `The last ${last.kind} goes through ${last.periodThrough}; begin after that.`;
    throw invalidField(`${path}.periodFrom`, message);
  }
  const opened = { openingUntil: last.periodUntil, openingTransferId: last.transferId };
  // Where the account's clock was set ahead by more than a day, the new period may end before the last one did.
  const periodUntil = period.periodUntil < last.periodUntil ? last.periodUntil : period.periodUntil;
  return {
    marks: { party, currency, ...period, periodUntil, ...opened, transferId },
    opening: last.closingMicros,
  };
};

const toText = ({ count, micros }: Total) => ({ count, micros: micros.toString() });

/** What an invoice or a statement says as the ledger stands. Law: opening and totals are the closing balance. */
export const drawUp = async (tx: AccountTransaction, asked: Asked): Promise<DrawnUp> => {
  const { party, partyName, period } = asked;
  const account = await getAccountRow(tx);
  const { marks, opening } = await toMarks(tx, asked);
  const totals = await readTotals(tx, marks);
  const sum = Object.values(totals).reduce((all, { micros }) => all + micros, opening);
  const kind: DocumentKind = party.kind === "buyer" ? "invoice" : "statement";
  return {
    marks,
    preview: {
      kind,
      buyer: party.kind === "buyer" ? { id: party.id, name: partyName } : null,
      publisher: party.kind === "publisher" ? { id: party.id, name: partyName } : null,
      accountName: account.name,
      currency: account.currency,
      timeZone: account.timeZone,
      periodFrom: period.periodFrom,
      periodThrough: period.periodThrough,
      periodStart: marks.periodStart.toISOString(),
      periodUntil: marks.periodUntil.toISOString(),
      openingMicros: opening.toString(),
      calls: toText(totals.call),
      adjustments: toText(totals.adjustment),
      payments: toText(totals.payment),
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
  paymentsCount: preview.payments.count,
  paymentsMicros: toMicros(preview.payments.micros),
  reversalsCount: preview.reversals.count,
  reversalsMicros: toMicros(preview.reversals.micros),
  earlierCount: preview.earlier.count,
  earlierMicros: toMicros(preview.earlier.micros),
  closingMicros: toMicros(closingMicros),
});
