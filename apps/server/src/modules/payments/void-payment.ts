import type { Payment, VoidPayment } from "@ccp/contract";
import { toPaymentReversal } from "@ccp/engine";
import { AppError } from "#http/app-error.ts";
import { requireVersion } from "#http/bulk-item.ts";
import type { AtNow } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getActorName } from "#modules/audit/get-actor-name.ts";
import { bookPayment } from "#modules/ledger/book-payment.ts";
import { getPaymentRow, writeVoid } from "./payments.store.ts";
import { toLedgerPayment } from "./to-ledger-payment.ts";

/** Takes a payment back from now on; the original stays. */
export const voidPayment = ({
  pools,
  ctx,
  input,
  now,
}: AtNow<VoidPayment & { id: number }>): Promise<Payment> =>
  changeAccount({ pools, ctx, permission: "settle" }, async (tx) => {
    const before = await getPaymentRow(tx, input.id);
    requireVersion(before.version, input.version, "body");
    if (before.status !== "recorded") throw new AppError("conflict", "This payment is void.");
    await bookPayment(tx, toPaymentReversal(toLedgerPayment(before)), now);
    const voidedBy = await getActorName(tx, ctx.actor);
    await writeVoid(tx, input.id, { voidedBy, voidedAt: new Date(now), voidNote: input.note });
    const after = await getPaymentRow(tx, input.id);
    const nounId = String(input.id);
    return { result: after, change: { action: "void", noun: "payment", nounId, before, after, book: false } };
  });
