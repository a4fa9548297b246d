import { z } from "zod";
import { name, settableStatus, status, time, uuid } from "./fields.ts";
import { nounQuery, page } from "./page.ts";

const fields = { name, status: settableStatus };

export const createPublisherBody = z.strictObject({ ...fields, status: fields.status.default("active") });

export type CreatePublisher = z.infer<typeof createPublisherBody>;

export const updatePublisherBody = z.strictObject(fields).partial();

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
