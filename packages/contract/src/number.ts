import { z } from "zod";
import {
  phoneInput,
  serialId,
  serialIdText,
  serialRef,
  settableStatus,
  time,
  uuid,
  uuidRef,
  version,
} from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { page, pageQuery, search, sortOf } from "./page.ts";

const fields = {
  label: z.string().trim().max(120),
  /** Calls to a paused number hear the apology of its campaign and end. */
  status: settableStatus,
  campaignId: uuid.nullable(),
  publisherId: uuid.nullable(),
};

export const createNumberBody = z.strictObject({
  number: phoneInput,
  carrierAccountId: serialId,
  label: fields.label.default(""),
  status: fields.status.default("active"),
  campaignId: fields.campaignId.default(null),
  publisherId: fields.publisherId.default(null),
});

export type CreateNumber = z.infer<typeof createNumberBody>;

export const updateNumberBody = z.strictObject({ ...fields, version }).partial();

export type UpdateNumber = z.infer<typeof updateNumberBody>;

export const listNumbersQuery = z.strictObject({
  ...pageQuery,
  sort: sortOf(["number", "label", "status", "campaign", "publisher", "createdAt", "updatedAt"]).default(
    "number",
  ),
  /** Any part of the number in any format, or of the label. */
  search: search.optional(),
  status: filterOf(settableStatus).optional(),
  campaignId: filterOf(uuid).optional(),
  publisherId: filterOf(uuid).optional(),
  carrierAccountId: filterOf(serialIdText).optional(),
  /** Whether the number leads to a campaign. */
  isAssigned: z.enum(["true", "false"]).optional(),
});

export type ListNumbersQuery = z.infer<typeof listNumbersQuery>;

export const numberResource = z.strictObject({
  id: serialId,
  number: z.string(),
  label: z.string(),
  status: settableStatus,
  carrierAccount: serialRef,
  campaign: uuidRef.nullable(),
  publisher: uuidRef.nullable(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type NumberResource = z.infer<typeof numberResource>;

export const numberPage = page(numberResource);
