import { z } from "zod";
import { name, time, uuid } from "./fields.ts";
import { role } from "./permission.ts";
import { page, pageQuery } from "./page.ts";

export const createApiKeyBody = z.strictObject({ name, role: role.default("analyst") });

export type CreateApiKey = z.infer<typeof createApiKeyBody>;

export const listApiKeysQuery = z.strictObject(pageQuery);

const fields = {
  id: uuid,
  name: z.string(),
  prefix: z.string(),
  role,
  createdAt: time,
  revokedAt: time.nullable(),
};

export const apiKey = z.strictObject(fields);

export type ApiKey = z.infer<typeof apiKey>;

export const apiKeyPage = page(apiKey);

/** The key itself is in this answer and nowhere else, ever. */
export const createdApiKey = z.strictObject({ ...fields, key: z.string() });
