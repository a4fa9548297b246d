import type { Adjustment } from "@ccp/contract";
import { formatSignedMoney } from "#lib/format-money.ts";

export const adjustmentStatusNames = {
  requested: "Requested",
  approved: "Approved",
  rejected: "Rejected",
  voided: "Void",
} as const satisfies Record<Adjustment["status"], string>;

export const moneyNames = { buyer: "Revenue", publisher: "Payout" } as const satisfies Record<
  Adjustment["party"],
  string
>;

/** "Revenue -$5.00". */
export const toAdjustmentName = ({ party, amountMicros, currency }: Adjustment): string =>
  `${moneyNames[party]} ${formatSignedMoney(amountMicros, currency)}`;

export const toPartyName = ({ buyer, publisher }: Pick<Adjustment, "buyer" | "publisher">): string =>
  (buyer ?? publisher)?.name ?? "";
