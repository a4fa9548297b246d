import { z } from "zod";
import { name, serialId, settableStatus, status, time } from "./fields.ts";
import { nounQuery, page } from "./page.ts";

const fields = { name, status: settableStatus };

export const createBuyerBody = z.strictObject({ ...fields, status: fields.status.default("active") });

export type CreateBuyer = z.infer<typeof createBuyerBody>;

export const updateBuyerBody = z.strictObject(fields).partial();

export type UpdateBuyer = z.infer<typeof updateBuyerBody>;

export const listBuyersQuery = z.strictObject(nounQuery);

export const buyer = z.strictObject({
  id: serialId,
  name: z.string(),
  status,
  createdAt: time,
  updatedAt: time,
});

export type Buyer = z.infer<typeof buyer>;

export const buyerPage = page(buyer);
