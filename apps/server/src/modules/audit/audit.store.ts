import type { AuditEntry, Filter } from "@ccp/contract";
import { and, eq, gte, inArray, lt, not, or, type SQL, sql } from "drizzle-orm";
import { apiKeys, auditLog, users } from "#db/schema/accounts.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import { contains, isAmong } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import { findNounName } from "./find-noun-name.ts";

export type AuditFilters = {
  actor?: Filter<string> | undefined;
  action?: Filter<string> | undefined;
  noun?: Filter<string> | undefined;
  nounId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  search?: string | undefined;
};

export type AuditQuery = AuditFilters & { cursor?: string | undefined; limit: number };

const itsUser = and(
  eq(users.accountId, auditLog.accountId),
  eq(auditLog.actorKind, "user"),
  sql`${users.id}::text = ${auditLog.actorId}`,
);

const itsApiKey = and(
  eq(apiKeys.accountId, auditLog.accountId),
  eq(auditLog.actorKind, "api-key"),
  sql`${apiKeys.id}::text = ${auditLog.actorId}`,
);

const actorName = sql<string | null>`coalesce(${users.name}, ${apiKeys.name})`;

/** A kind of actor stands for all of them. */
const isActor = (filter: Filter<string> | undefined): SQL | undefined => {
  if (filter === undefined) return undefined;
  const actor = sql`${auditLog.actorKind} || ':' || ${auditLog.actorId}`;
  const isOne = sql`(${inArray(sql`${auditLog.actorKind}`, filter.values)} or ${inArray(actor, filter.values)})`;
  return filter.isNot ? not(isOne) : isOne;
};

const matches = (text: string): SQL | undefined => {
  const places = [sql`${auditLog.before}::text`, sql`${auditLog.after}::text`, auditLog.nounId, actorName];
  return or(...places.map((place) => contains(place, text)));
};

const toWhere = (tx: AccountTransaction, filters: AuditFilters): SQL | undefined => {
  const { actor, action, noun, nounId, from, to, search } = filters;
  return and(
    eq(auditLog.accountId, tx.accountId),
    isActor(actor),
    isAmong(auditLog.action, action),
    isAmong(auditLog.noun, noun),
    nounId === undefined ? undefined : eq(auditLog.nounId, nounId),
    from === undefined ? undefined : gte(auditLog.at, new Date(from)),
    to === undefined ? undefined : lt(auditLog.at, new Date(to)),
    search === undefined || search === "" ? undefined : matches(search),
  );
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
      actorName,
      action: auditLog.action,
      noun: auditLog.noun,
      nounId: auditLog.nounId,
      before: auditLog.before,
      after: auditLog.after,
      requestId: auditLog.requestId,
      sortKey: keyset.sortKey,
    })
    .from(auditLog)
    .leftJoin(users, itsUser)
    .leftJoin(apiKeys, itsApiKey)
    .where(and(toWhere(tx, query), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, { limit: query.limit, sort }, ({ actorKind, actorId, actorName, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    actor: { kind: actorKind, id: actorId, name: actorName },
    nounName: findNounName(row.after) ?? findNounName(row.before),
  }));
};
