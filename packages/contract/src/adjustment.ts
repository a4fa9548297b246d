import { microsText } from "@ccp/engine";
import { z } from "zod";
import { serialId, serialIdText, serialRef, time, uuid, uuidRef, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { page, pageQuery, search, sortOf } from "./page.ts";

/** Whose money it is: the buyer's is revenue, the publisher's is payout. */
export const partyKind = z.enum(["buyer", "publisher"]);

export type PartyKind = z.infer<typeof partyKind>;

export const adjustmentStatus = z.enum(["requested", "approved", "rejected", "voided"]);

export type AdjustmentStatus = z.infer<typeof adjustmentStatus>;

const reason = z.string().trim().min(1, "Give a reason.").max(300);

export const requestAdjustmentBody = z.strictObject({
  callId: uuid,
  party: partyKind,
  /** What the party's amount becomes more or, with a minus, less by: millionths of the call's currency. */
  amountMicros: z
    .string()
    .regex(
      /^-?(?!0+$)\d{1,12}$/,
      'Give millionths of the currency as digits, such as "-12500000" to take away 12.50; not zero.',
    ),
  reason,
});

export type RequestAdjustment = z.infer<typeof requestAdjustmentBody>;

export const approveAdjustmentBody = z.strictObject({ version, note: z.string().trim().max(300) }).partial();

export type ApproveAdjustment = z.infer<typeof approveAdjustmentBody>;

/** Of what is refused or taken back somebody will want to know why. */
export const refuseAdjustmentBody = z.strictObject({ version: version.optional(), note: reason });

export type RefuseAdjustment = z.infer<typeof refuseAdjustmentBody>;

export const listAdjustmentsQuery = z.strictObject({
  ...pageQuery,
  sort: sortOf(["createdAt", "amountMicros", "status", "party"]).default("-createdAt"),
  /** Any part of the reason, or the exact id of the call. */
  search: search.optional(),
  status: filterOf(adjustmentStatus).optional(),
  party: filterOf(partyKind).optional(),
  buyerId: filterOf(serialIdText).optional(),
  publisherId: filterOf(uuid).optional(),
  callId: filterOf(uuid).optional(),
  /** Asked for at or after. */
  from: time.optional(),
  /** Asked for before. */
  to: time.optional(),
});

export type ListAdjustmentsQuery = z.infer<typeof listAdjustmentsQuery>;

export const adjustment = z.strictObject({
  id: serialId,
  callId: uuid,
  /** Who called, and when; null where the call is no longer kept. */
  caller: z.string().nullable(),
  callArrivedAt: time.nullable(),
  party: partyKind,
  /** The one of the two whose money it is, by its name of today. */
  buyer: serialRef.nullable(),
  publisher: uuidRef.nullable(),
  amountMicros: microsText,
  currency: z.string(),
  reason: z.string(),
  status: adjustmentStatus,
  requestedBy: z.string(),
  /** Who approved or rejected it, and when. */
  decidedBy: z.string().nullable(),
  decidedAt: time.nullable(),
  decisionNote: z.string().nullable(),
  voidedBy: z.string().nullable(),
  voidedAt: time.nullable(),
  voidNote: z.string().nullable(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Adjustment = z.infer<typeof adjustment>;

export const adjustmentPage = page(adjustment);
