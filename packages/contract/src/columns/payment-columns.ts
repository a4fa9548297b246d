import type { Payment } from "#payment.ts";
import type { Cell, Column } from "./column.ts";

const toParty = ({ buyer, publisher }: Payment): Cell => {
  if (buyer !== null) return { kind: "noun", noun: "buyer", ...buyer };
  return publisher === null ? { kind: "none" } : { kind: "noun", noun: "publisher", ...publisher };
};

const text = (value: string | null): Cell => ({ kind: "text", text: value === "" ? null : value });

const shown = { group: "General", isDefault: true, isNumeric: false } as const;
const hidden = { group: "General", isDefault: false, isNumeric: false } as const;

export const paymentColumns: readonly Column<Payment>[] = [
  { ...shown, id: "paidOn", header: "Paid on", sort: "paidOn", toCell: ({ paidOn }) => text(paidOn) },
  { ...shown, id: "party", header: "Party", toCell: toParty },
  {
    ...shown,
    id: "direction",
    header: "Direction",
    toCell: ({ buyer }) => text(buyer === null ? "To publisher" : "From buyer"),
  },
  {
    ...shown,
    isNumeric: true,
    id: "amount",
    header: "Amount",
    sort: "amountMicros",
    toCell: ({ amountMicros, currency }) => ({ kind: "money", micros: amountMicros, currency }),
  },
  { ...shown, id: "reference", header: "Reference", toCell: ({ reference }) => text(reference) },
  { ...shown, id: "note", header: "Note", toCell: ({ note }) => text(note) },
  {
    ...shown,
    id: "status",
    header: "Status",
    sort: "status",
    toCell: ({ status }) => ({ kind: "status", status }),
  },
  { ...shown, id: "recordedBy", header: "Recorded by", toCell: ({ recordedBy }) => text(recordedBy) },
  {
    ...hidden,
    id: "createdAt",
    header: "Recorded",
    sort: "createdAt",
    toCell: ({ createdAt }) => ({ kind: "time", at: createdAt }),
  },
  { ...hidden, id: "voidedBy", header: "Voided by", toCell: ({ voidedBy }) => text(voidedBy) },
  { ...hidden, id: "voidedAt", header: "Voided", toCell: ({ voidedAt }) => ({ kind: "time", at: voidedAt }) },
  { ...hidden, id: "voidNote", header: "Void note", toCell: ({ voidNote }) => text(voidNote) },
  {
    ...hidden,
    id: "idempotencyKey",
    header: "Key",
    toCell: ({ idempotencyKey }) => ({ kind: "id", id: idempotencyKey }),
  },
  { ...hidden, id: "id", header: "Payment id", toCell: ({ id }) => ({ kind: "id", id: String(id) }) },
];
