import { payoutCaps } from "@ccp/engine";
import { z } from "zod";
import { name, settableStatus, status, time, uuid, version } from "./fields.ts";
import { nounQuery, page, sortOf } from "./page.ts";

const fields = {
  name,
  /** Calls to a paused publisher's numbers hear the campaign's apology and end. */
  status: settableStatus,
  /**
   * On what it is paid, in the account's time zone; counted when it is owed. A call that comes in while one is full is
   * routed and not paid for.
   */
  caps: payoutCaps,
};

export const createPublisherBody = z.strictObject({
  ...fields,
  status: fields.status.default("active"),
  caps: fields.caps.optional(),
});

export type CreatePublisher = z.infer<typeof createPublisherBody>;

export const updatePublisherBody = z.strictObject({ ...fields, version }).partial();

export type UpdatePublisher = z.infer<typeof updatePublisherBody>;

export const listPublishersQuery = z.strictObject({
  ...nounQuery,
  sort: sortOf(["name", "status", "createdAt", "updatedAt"]).default("name"),
});

export type ListPublishersQuery = z.infer<typeof listPublishersQuery>;

export const publisher = z.strictObject({
  id: uuid,
  name: z.string(),
  status,
  caps: payoutCaps,
  numberCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Publisher = z.infer<typeof publisher>;

export const publisherPage = page(publisher);
