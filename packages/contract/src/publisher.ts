import { z } from "zod";
import { name, settableStatus, status, time, uuid, version } from "./fields.ts";
import { nounQuery, page, sortOf } from "./page.ts";

const fields = {
  name,
  /** Calls to a paused publisher's numbers hear the campaign's apology and end. */
  status: settableStatus,
};

export const createPublisherBody = z.strictObject({ ...fields, status: fields.status.default("active") });

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
  numberCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Publisher = z.infer<typeof publisher>;

export const publisherPage = page(publisher);
