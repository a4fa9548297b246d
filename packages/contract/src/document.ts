import { microsText } from "@ccp/engine";
import { z } from "zod";
import { day, serialId, serialIdText, serialRef, time, uuid, uuidRef, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { page, pageQuery, search, sortOf } from "./page.ts";

/** What a buyer owes for a period, or what a publisher is owed. */
export const documentKind = z.enum(["invoice", "statement"]);

export type DocumentKind = z.infer<typeof documentKind>;

export const documentStatus = z.enum(["issued", "void"]);

/** Days of the account's clock, both included. */
const period = { periodFrom: day, periodThrough: day };

const party = {
  /** For an invoice. */
  buyerId: serialId.optional(),
  /** For a statement. */
  publisherId: uuid.optional(),
};

export const previewDocumentQuery = z.strictObject(period);

export type PreviewDocument = z.infer<typeof previewDocumentQuery>;

export const issueDocumentBody = z.strictObject({
  ...party,
  ...period,
  /** The closing balance that was seen; refused with `stale` when something was booked since. */
  closingMicros: microsText.optional(),
});

export type IssueDocument = z.infer<typeof issueDocumentBody>;

export const voidDocumentBody = z.strictObject({
  version: version.optional(),
  note: z.string().trim().min(1, "Give a reason.").max(300),
});

export type VoidDocument = z.infer<typeof voidDocumentBody>;

export const listDocumentsQuery = z.strictObject({
  ...pageQuery,
  sort: sortOf(["number", "issuedAt", "periodFrom", "closingMicros", "status"]).default("-issuedAt"),
  /** Any part of the party's name, or the number. */
  search: search.optional(),
  kind: filterOf(documentKind).optional(),
  status: filterOf(documentStatus).optional(),
  buyerId: filterOf(serialIdText).optional(),
  publisherId: filterOf(uuid).optional(),
});

export type ListDocumentsQuery = z.infer<typeof listDocumentsQuery>;

const total = z.strictObject({ count: z.number(), micros: microsText });

/**
 * All amounts are what the buyer owes more, or what the publisher is owed more; less with a minus. Opening balance and
 * totals together are the closing balance, to the micro.
 */
const content = {
  kind: documentKind,
  buyer: serialRef.nullable(),
  publisher: uuidRef.nullable(),
  accountName: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  ...period,
  /** The moments at which the period begins and ends. */
  periodStart: time,
  periodUntil: time,
  openingMicros: microsText,
  calls: total,
  adjustments: total,
  /** Less is owed by them, so that these amounts have a minus. */
  payments: total,
  /** Of what was booked before and is taken back. */
  reversals: total,
  /** What belongs to the time before the period and stands on no document yet. */
  earlier: total,
  closingMicros: microsText,
};

export const documentPreview = z.strictObject(content);

export type DocumentPreview = z.infer<typeof documentPreview>;

/** An issued document never changes; what is booked later goes into the next one. Names are those of the issue. */
export const document = z.strictObject({
  id: serialId,
  /** Counted by kind, without gaps. */
  number: z.number(),
  ...content,
  status: documentStatus,
  issuedBy: z.string(),
  issuedAt: time,
  voidedBy: z.string().nullable(),
  voidedAt: time.nullable(),
  voidNote: z.string().nullable(),
  version: z.number(),
});

export type Document = z.infer<typeof document>;

export const documentPage = page(document);

export const listDocumentLinesQuery = z.strictObject({
  ...pageQuery,
  sort: sortOf(["effectiveAt", "amountMicros"]).default("effectiveAt"),
});

export type ListDocumentLinesQuery = z.infer<typeof listDocumentLinesQuery>;

/** One transfer of the ledger. */
export const documentLine = z.strictObject({
  id: serialId,
  kind: z.enum(["call", "adjustment", "payment", "reversal", "earlier"]),
  /** When the money counts: a call's from its arrival, an adjustment's from its approval, a payment's from its day. */
  effectiveAt: time,
  recordedAt: time,
  callId: uuid.nullable(),
  /** Null where the call is no longer kept. */
  caller: z.string().nullable(),
  campaign: z.string().nullable(),
  connectedSeconds: z.number().nullable(),
  /** What it was booked as, and whether it takes something back. */
  booking: z.enum(["revenue", "payout", "adjustment", "payment"]),
  isReversal: z.boolean(),
  /** An adjustment's reason, or a payment's reference. */
  note: z.string().nullable(),
  amountMicros: microsText,
  currency: z.string(),
});

export type DocumentLine = z.infer<typeof documentLine>;

export const documentLinePage = page(documentLine);

/** What a party owes or is owed now, by the ledger. */
export const partyBalance = z.strictObject({
  currency: z.string(),
  balanceMicros: microsText,
  /** What a buyer who pays in advance has now, as calls are held against it; null for others, and while it is not known. */
  liveMicros: microsText.nullable(),
  /** How much of it stands on no document. */
  openMicros: microsText,
  /** The last one that is not void. */
  lastDocument: z
    .strictObject({ id: serialId, number: z.number(), periodThrough: day, closingMicros: microsText })
    .nullable(),
});

export type PartyBalance = z.infer<typeof partyBalance>;
