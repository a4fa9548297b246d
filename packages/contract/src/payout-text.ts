import type { Payout, PayoutDue } from "./payout.ts";

/** When a payout is due, to follow what is paid: "a call after 60 s", "a converted call". */
const toDueText = (due: PayoutDue): string => {
  switch (due.kind) {
    case "incoming":
      return "an incoming call";
    case "connected":
      return "a connected call";
    case "converted":
      return "a converted call";
    case "length":
      return `a call after ${due.seconds} s`;
  }
};

/** Payout terms on one line: "25.00 a call after 60 s", "20% of the revenue, at least 2.00, for a converted call". */
export const toPayoutText = (payout: Payout, toMoney: (micros: string) => string): string => {
  const due = toDueText(payout.due);
  if (payout.kind === "fixed") return `${toMoney(payout.micros)} ${due}`;
  const { basisPoints, minMicros, maxMicros } = payout;
  return [
    `${basisPoints / 100}% of the revenue`,
    ...(minMicros === null ? [] : [`at least ${toMoney(minMicros)}`]),
    ...(maxMicros === null ? [] : [`at most ${toMoney(maxMicros)}`]),
    `for ${due}`,
  ].join(", ");
};
