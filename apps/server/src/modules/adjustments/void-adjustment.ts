import type { Adjustment } from "@ccp/contract";
import { toAdjustmentReversal } from "@ccp/engine";
import type { AtNow } from "#http/verb.ts";
import { bookAdjustment } from "#modules/ledger/book-adjustment.ts";
import { decideAdjustment, type Decision } from "./decide-adjustment.ts";
import { toLedgerAdjustment } from "./to-ledger-adjustment.ts";

/** Takes back what was booked, from now on; the original stays. */
export const voidAdjustment = (verb: AtNow<Decision>): Promise<Adjustment> =>
  decideAdjustment(verb, {
    action: "void",
    from: "approved",
    to: "voided",
    book: (tx, adjustment) => {
      const booked = toLedgerAdjustment(adjustment);
      return bookAdjustment(tx, booked, { transfer: toAdjustmentReversal(booked), now: verb.now });
    },
  });
