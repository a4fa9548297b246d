import { caps, microsText, protection } from "@ccp/engine";
import { z } from "zod";
import { billing } from "./billing.ts";
import { name, serialId, settableStatus, status, time, version } from "./fields.ts";
import { nounQuery, page, sortOf } from "./page.ts";

const fields = {
  name,
  status: settableStatus,
  /** On what all its targets take together; in the account's time zone. */
  caps,
  /** Calls at once, all its targets together; null: no limit. */
  concurrencyMax: z.number().int().min(1).max(10_000).nullable(),
  billing,
  /** Callers whom none of its targets takes again once one was connected with them, or they converted; null: they take all. */
  repeatCallers: protection.nullable(),
};

export const createBuyerBody = z.strictObject({
  ...fields,
  status: fields.status.default("active"),
  caps: fields.caps.optional(),
  concurrencyMax: fields.concurrencyMax.optional(),
  repeatCallers: fields.repeatCallers.default(null),
  /** Postpaid where it is left out. */
  billing: fields.billing.optional(),
});

export type CreateBuyer = z.infer<typeof createBuyerBody>;

export const updateBuyerBody = z.strictObject({ ...fields, version }).partial();

export type UpdateBuyer = z.infer<typeof updateBuyerBody>;

export const listBuyersQuery = z.strictObject({
  ...nounQuery,
  sort: sortOf(["name", "status", "createdAt", "updatedAt"]).default("name"),
});

export type ListBuyersQuery = z.infer<typeof listBuyersQuery>;

export const buyer = z.strictObject({
  id: serialId,
  name: z.string(),
  status,
  caps,
  concurrencyMax: z.number().nullable(),
  repeatCallers: fields.repeatCallers,
  billing,
  /**
   * What a buyer who pays in advance has now, as calls are held against it; null for who pays afterwards, and while it is
   * not known.
   */
  balanceMicros: microsText.nullable(),
  /** Targets that are not archived. */
  targetCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Buyer = z.infer<typeof buyer>;

export const buyerPage = page(buyer);
