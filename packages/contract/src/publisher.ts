import { z } from "zod";
import { name, status, time, uuid } from "./fields.ts";
import { nounQuery, page } from "./page.ts";

export const createPublisherBody = z.strictObject({ name });

export type CreatePublisher = z.infer<typeof createPublisherBody>;

/** The one status that can be set is the one that brings an archived publisher back. */
export const updatePublisherBody = z.strictObject({ name, status: z.literal("active") }).partial();

export type UpdatePublisher = z.infer<typeof updatePublisherBody>;

export const listPublishersQuery = z.strictObject(nounQuery);

export const publisher = z.strictObject({
  id: uuid,
  name: z.string(),
  status,
  createdAt: time,
  updatedAt: time,
});

export type Publisher = z.infer<typeof publisher>;

export const publisherPage = page(publisher);
