import type { AuditEntry } from "@ccp/contract";
import { and, eq } from "drizzle-orm";
import { auditLog } from "#db/schema/accounts.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";

export type AuditQuery = {
  cursor?: string | undefined;
  limit: number;
  noun?: string | undefined;
  nounId?: string | undefined;
};

export const selectAudit = async (tx: AccountTransaction, query: AuditQuery): Promise<Page<AuditEntry>> => {
  const sort = "-id";
  const id = { expression: auditLog.id, type: "bigint" } as const;
  const keyset = toKeyset({ sort, cursor: query.cursor }, { id }, id);
  const rows = await tx.db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      actorKind: auditLog.actorKind,
      actorId: auditLog.actorId,
      action: auditLog.action,
      noun: auditLog.noun,
      nounId: auditLog.nounId,
      before: auditLog.before,
      after: auditLog.after,
      requestId: auditLog.requestId,
      sortKey: keyset.sortKey,
    })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.accountId, tx.accountId),
        query.noun === undefined ? undefined : eq(auditLog.noun, query.noun),
        query.nounId === undefined ? undefined : eq(auditLog.nounId, query.nounId),
        keyset.after,
      ),
    )
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, { limit: query.limit, sort }, (row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId },
    action: row.action,
    noun: row.noun,
    nounId: row.nounId,
    before: row.before,
    after: row.after,
    requestId: row.requestId,
  }));
};
