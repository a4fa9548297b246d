import type { PlanDraft, PlanLevel, PlanRowInput } from "@ccp/contract";
import { and, eq, sql } from "drizzle-orm";
import { planDrafts } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import { toActorName } from "./actor-name.ts";
import { showRows } from "./show-rows.store.ts";

/** A draft as it is kept. */
type KeptDraft = {
  items: PlanRowInput[];
  strategies: PlanLevel[];
  basedOn: number;
  version: number;
} & { savedAt: Date; savedBy: PlanDraft["savedBy"] };

const isOfPlan = (tx: AccountTransaction, planId: string) =>
  and(eq(planDrafts.accountId, tx.accountId), eq(planDrafts.planId, planId));

export const findDraft = async (tx: AccountTransaction, planId: string): Promise<KeptDraft | undefined> => {
  const [row] = await tx.db
    .select({
      items: planDrafts.items,
      strategies: planDrafts.strategies,
      basedOn: planDrafts.basedOn,
      version: planDrafts.version,
      savedAt: planDrafts.updatedAt,
      actorKind: planDrafts.actorKind,
      actorId: planDrafts.actorId,
      actorName: toActorName(planDrafts),
    })
    .from(planDrafts)
    .where(isOfPlan(tx, planId));
  if (row === undefined) return undefined;
  const { actorKind, actorId, actorName, ...draft } = row;
  return {
    ...draft,
    items: draft.items as PlanRowInput[],
    strategies: draft.strategies as PlanLevel[],
    savedBy: { kind: actorKind, id: actorId, name: actorName },
  };
};

/** The draft with how those stand whom its rows are for. */
export const toShownDraft = async (tx: AccountTransaction, draft: KeptDraft): Promise<PlanDraft> => ({
  ...draft,
  items: await showRows(tx, draft.items),
  savedAt: draft.savedAt.toISOString(),
});

/** Keeps it in the place of the one before, if there is one; `basedOn` is that of where it was begun. */
export const writeDraft = async (
  tx: AccountTransaction,
  { actor }: Pick<Context, "actor">,
  { planId, ...draft }: { planId: string } & Pick<KeptDraft, "items" | "strategies" | "basedOn">,
): Promise<void> => {
  const values = { ...draft, actorKind: actor.kind, actorId: actor.id };
  await tx.db
    .insert(planDrafts)
    .values({ accountId: tx.accountId, planId, ...values })
    .onConflictDoUpdate({
      target: [planDrafts.accountId, planDrafts.planId],
      set: { ...values, version: sql`${planDrafts.version} + 1`, updatedAt: sql`now()` },
    });
};

export const removeDraft = async (tx: AccountTransaction, planId: string): Promise<void> => {
  await tx.db.delete(planDrafts).where(isOfPlan(tx, planId));
};
