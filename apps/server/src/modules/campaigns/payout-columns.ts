import type { Payout } from "@ccp/contract";
import type { PayoutTerms } from "@ccp/engine";
import { type SQL, sql } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";

const none = { kind: "none" } as const;

type PayoutColumns = {
  payoutMicros: bigint;
  payoutAfterSeconds: number;
  payout: PayoutTerms | typeof none | null;
};

/** Payout terms in the table's way: an amount after seconds of conversation, or anything else as a whole. */
export const toPayoutColumns = (terms: Payout | null): PayoutColumns => {
  if (terms === null) return { payoutMicros: 0n, payoutAfterSeconds: 0, payout: none };
  const isWhole = terms.kind === "revenue-share" || terms.duplicates !== undefined;
  if (isWhole) return { payoutMicros: 0n, payoutAfterSeconds: 0, payout: terms };
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

type Stored = Pick<typeof campaigns.$inferSelect, keyof PayoutColumns>;

/** Terms as the engine has them; null for none, undefined for the amount after the seconds. */
export const toBookPayout = ({ payout }: Pick<Stored, "payout">): PayoutTerms | null | undefined => {
  if (payout === null) return undefined;
  const terms = payout as PayoutTerms | typeof none;
  return terms.kind === "none" ? null : terms;
};

/** The same in the contract's way. */
export const toPayout = ({ payoutMicros, payoutAfterSeconds: seconds, payout }: Stored): Payout | null => {
  const terms = toBookPayout({ payout });
  if (terms !== undefined) return terms;
  const due = seconds === 0 ? ({ kind: "connected" } as const) : ({ kind: "length", seconds } as const);
  return { kind: "fixed", micros: payoutMicros.toString(), due };
};

/** What a list by payout goes by: the amount a call; a share of the revenue has none. */
export const payoutRank: SQL = sql`coalesce(${campaigns.payout} ->> 'micros', ${campaigns.payoutMicros}::text)::bigint`;
