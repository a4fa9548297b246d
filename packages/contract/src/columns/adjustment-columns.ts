import type { Adjustment } from "#adjustment.ts";
import type { Cell, Column } from "./column.ts";

const toParty = ({ buyer, publisher }: Adjustment): Cell => {
  if (buyer !== null) return { kind: "noun", noun: "buyer", ...buyer };
  return publisher === null ? { kind: "none" } : { kind: "noun", noun: "publisher", ...publisher };
};

const text = (value: string | null): Cell => ({ kind: "text", text: value === "" ? null : value });

const shown = { group: "General", isDefault: true, isNumeric: false } as const;
const hidden = { group: "General", isDefault: false, isNumeric: false } as const;

export const adjustmentColumns: readonly Column<Adjustment>[] = [
  {
    ...shown,
    id: "createdAt",
    header: "Asked for",
    sort: "createdAt",
    toCell: ({ createdAt }) => ({ kind: "time", at: createdAt }),
  },
  {
    ...shown,
    id: "call",
    header: "Call from",
    toCell: ({ callId, caller }) => ({ kind: "noun", noun: "call", id: callId, name: caller ?? callId }),
  },
  {
    ...hidden,
    id: "callArrivedAt",
    header: "Call came in",
    toCell: ({ callArrivedAt }) => ({ kind: "time", at: callArrivedAt }),
  },
  {
    ...shown,
    id: "side",
    header: "Money",
    sort: "party",
    toCell: ({ party }) => text(party === "buyer" ? "Revenue" : "Payout"),
  },
  { ...shown, id: "party", header: "Party", toCell: toParty },
  {
    ...shown,
    isNumeric: true,
    id: "amount",
    header: "Amount",
    sort: "amountMicros",
    toCell: ({ amountMicros, currency }) => ({ kind: "money", micros: amountMicros, currency }),
  },
  { ...shown, id: "reason", header: "Reason", toCell: ({ reason }) => text(reason) },
  {
    ...shown,
    id: "status",
    header: "Status",
    sort: "status",
    toCell: ({ status }) => ({ kind: "status", status }),
  },
  { ...shown, id: "requestedBy", header: "Asked for by", toCell: ({ requestedBy }) => text(requestedBy) },
  { ...hidden, id: "decidedBy", header: "Decided by", toCell: ({ decidedBy }) => text(decidedBy) },
  {
    ...hidden,
    id: "decidedAt",
    header: "Decided",
    toCell: ({ decidedAt }) => ({ kind: "time", at: decidedAt }),
  },
  {
    ...hidden,
    id: "decisionNote",
    header: "Decision note",
    toCell: ({ decisionNote }) => text(decisionNote),
  },
  { ...hidden, id: "voidedBy", header: "Voided by", toCell: ({ voidedBy }) => text(voidedBy) },
  { ...hidden, id: "voidedAt", header: "Voided", toCell: ({ voidedAt }) => ({ kind: "time", at: voidedAt }) },
  { ...hidden, id: "voidNote", header: "Void note", toCell: ({ voidNote }) => text(voidNote) },
  { ...hidden, id: "id", header: "Adjustment id", toCell: ({ id }) => ({ kind: "id", id: String(id) }) },
];
