import type { Adjustment, RequestAdjustment } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError, invalidField } from "#http/app-error.ts";
import type { AtNow } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getActorName } from "#modules/audit/get-actor-name.ts";
import { findCall, getAdjustmentRow, insertAdjustment } from "./adjustments.store.ts";

/** Whose money of the call it is; what a call has nobody for cannot be adjusted. */
const getParty = async (tx: AccountTransaction, { callId, party }: RequestAdjustment) => {
  const call = await findCall(tx, callId);
  if (call === undefined) throw invalidField("body.callId", "There is no such call.");
  if (call.status !== "ended") throw new AppError("conflict", "The call is not over yet.");
  const { currency } = call;
  const buyerId = party === "buyer" ? call.buyerId : null;
  const publisherId = party === "publisher" ? call.publisherId : null;
  if (buyerId === null && publisherId === null) {
    throw invalidField("body.party", `This call has no ${party}.`);
  }
  return { buyerId, publisherId, currency };
};

export const requestAdjustment = ({
  pools,
  ctx,
  input,
  now,
}: AtNow<RequestAdjustment>): Promise<Adjustment> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const { callId, amountMicros, reason } = input;
    const id = await insertAdjustment(tx, {
      callId,
      ...(await getParty(tx, input)),
      amountMicros: BigInt(amountMicros),
      reason,
      createdAt: new Date(now),
      requestedBy: await getActorName(tx, ctx.actor),
    });
    const after = await getAdjustmentRow(tx, id);
    return {
      result: after,
      change: { action: "request", noun: "adjustment", nounId: String(id), before: null, after, book: false },
    };
  });
