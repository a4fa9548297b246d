import { z } from "zod";
import { phoneInput, serialId, serialIdText, serialRef, time, uuid, uuidRef } from "./fields.ts";
import { page, pageQuery } from "./page.ts";

const fields = {
  label: z.string().trim().max(120),
  campaignId: uuid.nullable(),
  publisherId: uuid.nullable(),
};

export const createNumberBody = z.strictObject({
  number: phoneInput,
  carrierAccountId: serialId,
  label: fields.label.default(""),
  campaignId: fields.campaignId.default(null),
  publisherId: fields.publisherId.default(null),
});

export type CreateNumber = z.infer<typeof createNumberBody>;

export const updateNumberBody = z.strictObject(fields).partial();

export type UpdateNumber = z.infer<typeof updateNumberBody>;

export const listNumbersQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(["number", "-number", "createdAt", "-createdAt"]).default("number"),
  search: z.string().trim().max(120).optional(),
  campaignId: uuid.optional(),
  publisherId: uuid.optional(),
  carrierAccountId: serialIdText.optional(),
});

export const numberResource = z.strictObject({
  id: serialId,
  number: z.string(),
  label: z.string(),
  carrierAccount: serialRef,
  campaign: uuidRef.nullable(),
  publisher: uuidRef.nullable(),
  createdAt: time,
  updatedAt: time,
});

export type NumberResource = z.infer<typeof numberResource>;

export const numberPage = page(numberResource);
