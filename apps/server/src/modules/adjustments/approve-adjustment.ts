import type { Adjustment } from "@ccp/contract";
import { toAdjustmentTransfer } from "@ccp/engine";
import type { AtNow } from "#http/verb.ts";
import { bookAdjustment } from "#modules/ledger/book-adjustment.ts";
import { decideAdjustment, type Decision } from "./decide-adjustment.ts";
import { toLedgerAdjustment } from "./to-ledger-adjustment.ts";

/** Books what was asked for, from now on. */
export const approveAdjustment = (verb: AtNow<Decision>): Promise<Adjustment> =>
  decideAdjustment(verb, {
    action: "approve",
    from: "requested",
    to: "approved",
    book: (tx, adjustment) => {
      const booked = toLedgerAdjustment(adjustment);
      return bookAdjustment(tx, booked, { transfer: toAdjustmentTransfer(booked), now: verb.now });
    },
  });
