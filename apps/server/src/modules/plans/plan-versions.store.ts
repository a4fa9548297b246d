import type { Plan, PlanLevel, PlanVersion, PlanVersionDetail, PlanVersionRow } from "@ccp/contract";
import { and, eq, sql } from "drizzle-orm";
import { planVersions } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";
import { toActorName } from "./actor-name.ts";

/** What was published, with the names of then. */
export type PlanDocument = { items: PlanVersionRow[]; strategies: PlanLevel[] };

export const insertPlanVersion = async (
  tx: AccountTransaction,
  { actor }: Pick<Context, "actor">,
  {
    planId,
    number,
    note,
    document,
  }: { planId: string; number: number; note: string; document: PlanDocument },
): Promise<void> => {
  const { accountId } = tx;
  await tx.db
    .insert(planVersions)
    .values({ accountId, planId, number, note, actorKind: actor.kind, actorId: actor.id, document });
};

const columns = {
  /** Under its plan. */
  id: planVersions.number,
  createdAt: planVersions.createdAt,
  actorKind: planVersions.actorKind,
  actorId: planVersions.actorId,
  actorName: toActorName(planVersions),
  note: planVersions.note,
  rowCount: sql<number>`jsonb_array_length(${planVersions.document} -> 'items')`,
};

type Row = {
  id: number;
  createdAt: Date;
  actorKind: PlanVersion["actor"]["kind"];
  actorId: string;
  actorName: string | null;
  note: string;
  rowCount: number;
};

const toPlanVersion = ({
  id,
  createdAt,
  actorKind,
  actorId,
  actorName,
  note,
  rowCount,
}: Row): PlanVersion => ({
  number: id,
  at: createdAt.toISOString(),
  actor: { kind: actorKind, id: actorId, name: actorName },
  note,
  rowCount,
});

const isOfPlan = (tx: AccountTransaction, planId: string) =>
  and(eq(planVersions.accountId, tx.accountId), eq(planVersions.planId, planId));

/** Versions of before a row had attempts, filters and calls at once say nothing of them. */
const toKnownRow = (row: PlanVersionRow): PlanVersionRow => ({
  ...row,
  dialAttemptsMax: row.dialAttemptsMax ?? 1,
  filter: row.filter ?? null,
  concurrencyMax: row.concurrencyMax ?? null,
});

/** Newest first. */
export const selectPlanVersions = async (
  tx: AccountTransaction,
  { id, cursor, limit }: { id: Plan["id"]; cursor?: string | undefined; limit: number },
): Promise<Page<PlanVersion>> => {
  const sort = "-number";
  const number = { expression: planVersions.number, type: "bigint" } as const;
  const keyset = toKeyset({ sort, cursor }, { number }, number);
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(planVersions)
    .where(and(isOfPlan(tx, id), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(limit + 1);
  return toPage(rows, { limit, sort }, toPlanVersion);
};

export const getPlanVersionRow = async (
  tx: AccountTransaction,
  { id, number }: { id: Plan["id"]; number: number },
): Promise<PlanVersionDetail> => {
  const [row] = await tx.db
    .select({ ...columns, document: planVersions.document })
    .from(planVersions)
    .where(and(isOfPlan(tx, id), eq(planVersions.number, number)));
  if (row === undefined) throw notFound("version");
  const { document, ...version } = row;
  const { items, strategies } = document as PlanDocument;
  return { ...toPlanVersion(version), items: items.map(toKnownRow), strategies };
};
