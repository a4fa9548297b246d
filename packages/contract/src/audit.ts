import { z } from "zod";
import { serialId, time } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { page, pageQuery } from "./page.ts";

const actorKind = z.enum(["user", "api-key", "system"]);

const word = z.string().max(60);

export const listAuditQuery = z.strictObject({
  ...pageQuery,
  /** Kinds such as `system`, and single actors such as `user:3`. */
  actor: filterOf(z.string().regex(/^(?:user|api-key|system)(?::[\w-]{1,40})?$/)).optional(),
  action: filterOf(word).optional(),
  noun: filterOf(word).optional(),
  nounId: z.string().max(60).optional(),
  from: time.optional(),
  to: time.optional(),
  /** Any part of what was written, or of the name of whoever did it. */
  search: z.string().trim().max(120).optional(),
});

/** Newest first. `before` and `after` hold the fields that were shown to people, never a secret. */
export const auditEntry = z.strictObject({
  id: serialId,
  at: time,
  /** `name` as of now; null for the product itself. */
  actor: z.strictObject({ kind: actorKind, id: z.string(), name: z.string().nullable() }),
  action: z.string(),
  noun: z.string(),
  nounId: z.string(),
  /** As it was called then; null for what has no name. */
  nounName: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
});

export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPage = page(auditEntry);
