import type { Adjustment } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { selectCallAdjustments } from "./adjustments.store.ts";

/** All that were asked for of one call, the first one first. */
export const listCallAdjustments = (tx: AccountTransaction, callId: string): Promise<Adjustment[]> =>
  selectCallAdjustments(tx, callId);
