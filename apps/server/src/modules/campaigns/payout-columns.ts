import type { Payout } from "@ccp/contract";
import type { PayoutTerms } from "@ccp/engine";
import type { campaigns } from "#db/schema/campaigns.ts";

type PayoutColumns = { payoutMicros: bigint; payoutAfterSeconds: number; payout: PayoutTerms | null };

/** Payout terms in the table's way: an amount after seconds of conversation, or anything else as a whole. */
export const toPayoutColumns = (terms: Payout): PayoutColumns => {
  if (terms.kind === "revenue-share") return { payoutMicros: 0n, payoutAfterSeconds: 0, payout: terms };
  const { due, micros } = terms;
  const payoutMicros = BigInt(micros);
  switch (due.kind) {
    case "connected":
      return { payoutMicros, payoutAfterSeconds: 0, payout: null };
    case "length":
      return { payoutMicros, payoutAfterSeconds: due.seconds, payout: null };
    case "incoming":
    case "converted":
      return { payoutMicros, payoutAfterSeconds: 0, payout: terms };
  }
};

/** The same in the contract's way. */
export const toPayout = ({
  payoutMicros,
  payoutAfterSeconds: seconds,
  payout,
}: Pick<typeof campaigns.$inferSelect, keyof PayoutColumns>): Payout => {
  if (payout !== null) return payout as PayoutTerms;
  const due = seconds === 0 ? ({ kind: "connected" } as const) : ({ kind: "length", seconds } as const);
  return { kind: "fixed", micros: payoutMicros.toString(), due };
};
