import { z } from "zod";
import { name, serialId, settableStatus, status, time, version } from "./fields.ts";
import { nounQuery, page, sortOf } from "./page.ts";

const fields = { name, status: settableStatus };

export const createBuyerBody = z.strictObject({ ...fields, status: fields.status.default("active") });

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
  /** Targets that are not archived. */
  targetCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Buyer = z.infer<typeof buyer>;

export const buyerPage = page(buyer);
