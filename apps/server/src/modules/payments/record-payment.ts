import type { Payment, RecordPayment } from "@ccp/contract";
import { type Party, toPaymentTransfer } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError, invalidField } from "#http/app-error.ts";
import type { AtNow } from "#http/verb.ts";
import { getAccountRow } from "#modules/accounts/get-account.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getActorName } from "#modules/audit/get-actor-name.ts";
import { findPartyName } from "#modules/ledger/find-party.ts";
import { bookPayment } from "#modules/ledger/book-payment.ts";
import { findPaymentByKey, getPaymentRow, insertPayment } from "./payments.store.ts";
import { toDay } from "./to-day.ts";
import { toLedgerPayment } from "./to-ledger-payment.ts";

const toParty = ({ buyerId, publisherId }: RecordPayment): Party => {
  if (buyerId !== undefined && publisherId === undefined) return { kind: "buyer", id: buyerId };
  if (publisherId !== undefined && buyerId === undefined) return { kind: "publisher", id: publisherId };
  throw invalidField("body.buyerId", "Give either the buyer who paid or the publisher who was paid.");
};

/** Whether a payment that was recorded under the same key is this one; a day that is left out is any. */
const isSame = (
  known: Payment,
  { amountMicros, paidOn, reference, note, ...whose }: RecordPayment,
): boolean =>
  known.buyer?.id === whose.buyerId &&
  known.publisher?.id === whose.publisherId &&
  BigInt(known.amountMicros) === BigInt(amountMicros) &&
  (paidOn === undefined || known.paidOn === paidOn) &&
  known.reference === reference &&
  known.note === note;

const insert = async (
  tx: AccountTransaction,
  { ctx, input, now }: Omit<AtNow<RecordPayment>, "pools">,
): Promise<Payment> => {
  const party = toParty(input);
  if ((await findPartyName(tx, party)) === undefined) {
    throw invalidField(`body.${party.kind}Id`, `There is no such ${party.kind}.`);
  }
  const { currency, timeZone } = await getAccountRow(tx);
  const { paidOn, startsAt } = await toDay(tx, input.paidOn, { timeZone, now });
  const id = await insertPayment(tx, {
    buyerId: party.kind === "buyer" ? party.id : null,
    publisherId: party.kind === "publisher" ? party.id : null,
    amountMicros: BigInt(input.amountMicros),
    currency,
    paidOn,
    reference: input.reference,
    note: input.note,
    idempotencyKey: input.idempotencyKey,
    recordedBy: await getActorName(tx, ctx.actor),
    createdAt: new Date(now),
  });
  const payment = await getPaymentRow(tx, id);
  const effectiveAt = startsAt.getTime();
  await bookPayment(tx, toPaymentTransfer(toLedgerPayment(payment)), effectiveAt);
  return payment;
};

/** Records a payment once under its key, and books it as of its day. */
export const recordPayment = ({ pools, ctx, input, now }: AtNow<RecordPayment>): Promise<Payment> =>
  changeAccount({ pools, ctx, permission: "settle" }, async (tx) => {
    const known = await findPaymentByKey(tx, input.idempotencyKey);
    if (known !== undefined) {
      if (isSame(known, input)) return { result: known, change: [] };
      throw new AppError("conflict", "Another payment was recorded under this key.");
    }
    const after = await insert(tx, { ctx, input, now });
    const nounId = String(after.id);
    return {
      result: after,
      change: { action: "record", noun: "payment", nounId, before: null, after, book: false },
    };
  });
