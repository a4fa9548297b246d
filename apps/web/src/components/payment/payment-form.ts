import { recordPaymentBody, type RecordPayment } from "@ccp/contract";
import { z } from "zod";
import { moneyText } from "#lib/typed-fields.ts";

/** Whose payment it is. */
export type PaymentParty =
  | { kind: "buyer"; id: number; name: string }
  | { kind: "publisher"; id: string; name: string };

const { shape } = recordPaymentBody;

/** A payment as it is typed. All that one open form sends bears one key, so that nothing is recorded twice. */
export const createPaymentForm = (party: PaymentParty, idempotencyKey: string) =>
  z
    .object({
      amountMicros: moneyText(shape.amountMicros),
      paidOn: z.union([z.literal("").transform(() => undefined), shape.paidOn.unwrap()]),
      reference: shape.reference.unwrap(),
      note: shape.note.unwrap(),
    })
    .transform(({ paidOn, ...typed }): RecordPayment => ({
      ...typed,
      ...(paidOn !== undefined && { paidOn }),
      ...(party.kind === "buyer" ? { buyerId: party.id } : { publisherId: party.id }),
      idempotencyKey,
    }));

type PaymentValues = { amountMicros: string; paidOn: string; reference: string; note: string };

export const newPayment: PaymentValues = { amountMicros: "", paidOn: "", reference: "", note: "" };
