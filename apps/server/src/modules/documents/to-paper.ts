import { type Document, toDocumentName } from "@ccp/contract";
import { toMicros, toMoneyText } from "@ccp/engine";
import type { DayTotal } from "./ledger-lines.store.ts";

/** A row of the paper: what, how many, how much. */
export type PaperRow = { what: string; count: string; amount: string };

/** All that stands on the paper, in words. */
export type Paper = {
  title: string;
  /** Null for one that counts. */
  voided: string | null;
  facts: { label: string; text: string }[];
  totals: PaperRow[];
  closing: PaperRow;
  days: (PaperRow & { day: string })[];
};

const kindNames = {
  call: "Calls",
  adjustment: "Adjustments",
  payment: "Payments",
  reversal: "Taken back",
  earlier: "Of earlier periods",
} as const satisfies Record<DayTotal["kind"], string>;

/** What a document says on paper: its totals, and day by day what they are made of. Nothing is rounded. */
export const toPaper = (document: Document, days: readonly DayTotal[]): Paper => {
  const { currency, timeZone, periodFrom, periodThrough, kind } = document;
  const money = (micros: bigint): string => toMoneyText(micros, currency);
  const toRow = (what: string, total: Document["calls"]): PaperRow => ({
    what,
    count: String(total.count),
    amount: money(toMicros(total.micros)),
  });
  const issuedAt = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return {
    title: toDocumentName(document),
    voided: document.status === "void" ? `Void: ${document.voidNote ?? ""}` : null,
    facts: [
      { label: "From", text: document.accountName },
      { label: "To", text: (document.buyer ?? document.publisher)?.name ?? "" },
      { label: "Period", text: `${periodFrom} through ${periodThrough} (${timeZone})` },
      { label: "Issued", text: issuedAt.format(new Date(document.issuedAt)) },
    ],
    totals: [
      { what: "Opening balance", count: "", amount: money(toMicros(document.openingMicros)) },
      toRow(kindNames.call, document.calls),
      toRow(kindNames.adjustment, document.adjustments),
      toRow(kindNames.payment, document.payments),
      toRow(kindNames.reversal, document.reversals),
      toRow(kindNames.earlier, document.earlier),
    ],
    closing: {
      what:
        kind === "invoice" ? "Closing balance, owed by the buyer" : "Closing balance, owed to the publisher",
      count: "",
      amount: money(toMicros(document.closingMicros)),
    },
    days: days.map((each) => ({
      day: each.day,
      what: kindNames[each.kind],
      count: String(each.count),
      amount: money(each.micros),
    })),
  };
};
