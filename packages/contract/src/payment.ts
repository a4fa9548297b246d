import { microsText } from "@ccp/engine";
import { z } from "zod";
import { day, serialId, serialIdText, serialRef, time, uuid, uuidRef, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { page, pageQuery, search, sortOf } from "./page.ts";

export const paymentStatus = z.enum(["recorded", "voided"]);

export const recordPaymentBody = z.strictObject({
  /** Who paid us. */
  buyerId: serialId.optional(),
  /** Whom we paid. */
  publisherId: uuid.optional(),
  amountMicros: z
    .string()
    .regex(/^(?!0+$)\d{1,15}$/, 'Give millionths of the currency as digits, such as "12500000" for 12.50.'),
  /** The day of the payment by the account's clock; today where it is left out. */
  paidOn: day.optional(),
  /** By which the bank knows it. */
  reference: z.string().trim().max(120).default(""),
  note: z.string().trim().max(300).default(""),
  /** A payment is recorded once under its key: sent again it gets the same answer, with other content it is refused. */
  idempotencyKey: z
    .string()
    .regex(/^[\w.:-]{1,100}$/, "Give up to 100 letters, digits, dots, colons, hyphens and underscores."),
});

export type RecordPayment = z.infer<typeof recordPaymentBody>;

export const voidPaymentBody = z.strictObject({
  version: version.optional(),
  note: z.string().trim().min(1, "Give a reason.").max(300),
});

export type VoidPayment = z.infer<typeof voidPaymentBody>;

export const listPaymentsQuery = z.strictObject({
  ...pageQuery,
  sort: sortOf(["createdAt", "paidOn", "amountMicros", "status"]).default("-createdAt"),
  /** Any part of the reference or of the note. */
  search: search.optional(),
  status: filterOf(paymentStatus).optional(),
  buyerId: filterOf(serialIdText).optional(),
  publisherId: filterOf(uuid).optional(),
});

export type ListPaymentsQuery = z.infer<typeof listPaymentsQuery>;

export const payment = z.strictObject({
  id: serialId,
  /** The one of the two whose account it is in, by its name of today. */
  buyer: serialRef.nullable(),
  publisher: uuidRef.nullable(),
  amountMicros: microsText,
  currency: z.string(),
  paidOn: day,
  reference: z.string(),
  note: z.string(),
  idempotencyKey: z.string(),
  status: paymentStatus,
  recordedBy: z.string(),
  voidedBy: z.string().nullable(),
  voidedAt: time.nullable(),
  voidNote: z.string().nullable(),
  version: z.number(),
  createdAt: time,
});

export type Payment = z.infer<typeof payment>;

export const paymentPage = page(payment);
