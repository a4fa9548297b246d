import { z } from "zod";
import { serialId, time } from "./fields.ts";
import { page, pageQuery } from "./page.ts";

const actorKind = z.enum(["user", "api-key", "system"]);

export const listAuditQuery = z.strictObject({
  ...pageQuery,
  noun: z.string().max(40).optional(),
  nounId: z.string().max(60).optional(),
});

/** Newest first. `before` and `after` hold the fields that were shown to people, never a secret. */
export const auditEntry = z.strictObject({
  id: serialId,
  at: time,
  actor: z.strictObject({ kind: actorKind, id: z.string() }),
  action: z.string(),
  noun: z.string(),
  nounId: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
});

export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPage = page(auditEntry);
