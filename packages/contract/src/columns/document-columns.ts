import type { Document, DocumentLine } from "#document.ts";
import type { Cell, Column } from "./column.ts";

export const documentKindNames = { invoice: "Invoice", statement: "Statement" } as const satisfies Record<
  Document["kind"],
  string
>;

/** How people call a document: "Invoice 12". */
export const toDocumentName = ({ kind, number }: Pick<Document, "kind" | "number">): string =>
  `${documentKindNames[kind]} ${number}`;

const toParty = ({ buyer, publisher }: Document): Cell => {
  if (buyer !== null) return { kind: "noun", noun: "buyer", ...buyer };
  return publisher === null ? { kind: "none" } : { kind: "noun", noun: "publisher", ...publisher };
};

type MoneyOf = (document: Document) => string;

const toMoney =
  (toMicros: MoneyOf) =>
  (document: Document): Cell => ({ kind: "money", micros: toMicros(document), currency: document.currency });

const shown = { group: "General", isDefault: true, isNumeric: false } as const;
const hidden = { group: "General", isDefault: false, isNumeric: false } as const;
const figure = { group: "Money", isDefault: true, isNumeric: true } as const;

export const documentColumns: readonly Column<Document>[] = [
  {
    ...shown,
    id: "number",
    header: "Number",
    sort: "number",
    toCell: (document) => ({ kind: "text", text: toDocumentName(document) }),
  },
  { ...shown, id: "party", header: "Party", toCell: toParty },
  {
    ...shown,
    id: "periodFrom",
    header: "From",
    sort: "periodFrom",
    toCell: ({ periodFrom }) => ({ kind: "text", text: periodFrom }),
  },
  {
    ...shown,
    id: "periodThrough",
    header: "Through",
    toCell: ({ periodThrough }) => ({ kind: "text", text: periodThrough }),
  },
  { ...figure, id: "opening", header: "Opening", toCell: toMoney(({ openingMicros }) => openingMicros) },
  { ...figure, id: "calls", header: "Calls", toCell: toMoney(({ calls }) => calls.micros) },
  {
    ...figure,
    id: "adjustments",
    header: "Adjustments",
    toCell: toMoney(({ adjustments }) => adjustments.micros),
  },
  {
    ...figure,
    id: "payments",
    header: "Payments",
    toCell: toMoney(({ payments }) => payments.micros),
  },
  {
    ...figure,
    isDefault: false,
    id: "reversals",
    header: "Taken back",
    toCell: toMoney(({ reversals }) => reversals.micros),
  },
  {
    ...figure,
    isDefault: false,
    id: "earlier",
    header: "Of earlier periods",
    toCell: toMoney(({ earlier }) => earlier.micros),
  },
  {
    ...figure,
    id: "closing",
    header: "Closing",
    sort: "closingMicros",
    toCell: toMoney(({ closingMicros }) => closingMicros),
  },
  {
    ...shown,
    id: "status",
    header: "Status",
    sort: "status",
    toCell: ({ status }) => ({ kind: "status", status }),
  },
  {
    ...shown,
    id: "issuedAt",
    header: "Issued",
    sort: "issuedAt",
    toCell: ({ issuedAt }) => ({ kind: "time", at: issuedAt }),
  },
  {
    ...hidden,
    id: "issuedBy",
    header: "Issued by",
    toCell: ({ issuedBy }) => ({ kind: "text", text: issuedBy }),
  },
  {
    ...hidden,
    id: "voidNote",
    header: "Void note",
    toCell: ({ voidNote }) => ({ kind: "text", text: voidNote }),
  },
];

const bookingNames = {
  revenue: "Revenue",
  payout: "Payout",
  adjustment: "Adjustment",
  payment: "Payment",
} as const satisfies Record<DocumentLine["booking"], string>;

/** What a line is for, in words. */
export const toLineText = ({ kind, booking, isReversal }: DocumentLine): string => {
  const what = isReversal ? `${bookingNames[booking]} taken back` : bookingNames[booking];
  return kind === "earlier" ? `${what}, of an earlier period` : what;
};

export const documentLineColumns: readonly Column<DocumentLine>[] = [
  {
    ...shown,
    id: "effectiveAt",
    header: "Time",
    sort: "effectiveAt",
    toCell: ({ effectiveAt }) => ({ kind: "time", at: effectiveAt }),
  },
  { ...shown, id: "what", header: "For", toCell: (line) => ({ kind: "text", text: toLineText(line) }) },
  {
    ...shown,
    id: "call",
    header: "Call from",
    toCell: ({ callId, caller }) =>
      callId === null ? { kind: "none" } : { kind: "noun", noun: "call", id: callId, name: caller ?? callId },
  },
  {
    ...shown,
    id: "campaign",
    header: "Campaign",
    toCell: ({ campaign }) => ({ kind: "text", text: campaign }),
  },
  {
    ...shown,
    isNumeric: true,
    id: "connected",
    header: "Connected",
    toCell: ({ connectedSeconds }) => ({ kind: "duration", seconds: connectedSeconds }),
  },
  {
    ...shown,
    isNumeric: true,
    id: "amount",
    header: "Amount",
    sort: "amountMicros",
    toCell: ({ amountMicros, currency }) => ({ kind: "money", micros: amountMicros, currency }),
  },
  { ...shown, id: "note", header: "Note", toCell: ({ note }) => ({ kind: "text", text: note }) },
  {
    ...hidden,
    id: "recordedAt",
    header: "Booked",
    toCell: ({ recordedAt }) => ({ kind: "time", at: recordedAt }),
  },
  {
    ...hidden,
    id: "callId",
    header: "Call id",
    toCell: ({ callId }) => (callId === null ? { kind: "none" } : { kind: "id", id: callId }),
  },
];
