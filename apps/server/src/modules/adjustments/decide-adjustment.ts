import type { Adjustment, AdjustmentStatus } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { requireVersion } from "#http/bulk-item.ts";
import type { AtNow } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getActorName } from "#modules/audit/get-actor-name.ts";
import { getAdjustmentRow, writeOutcome } from "./adjustments.store.ts";

export type Decision = { id: number; version?: number | undefined; note?: string | undefined };

type Step = {
  action: "approve" | "reject" | "void";
  from: AdjustmentStatus;
  to: AdjustmentStatus;
  /** What the ledger gets. */
  book?: (tx: AccountTransaction, adjustment: Adjustment) => Promise<void>;
};

const stands = {
  requested: "waits for a decision",
  approved: "is approved",
  rejected: "was rejected",
  voided: "is void",
};

/** Takes an adjustment from one state to the next; refused from any other, so that none is booked twice. */
export const decideAdjustment = (
  { pools, ctx, input, now }: AtNow<Decision>,
  { action, from, to, book }: Step,
): Promise<Adjustment> =>
  changeAccount({ pools, ctx, permission: "settle" }, async (tx) => {
    const before = await getAdjustmentRow(tx, input.id);
    requireVersion(before.version, input.version, "body");
    if (before.status !== from) throw new AppError("conflict", `This adjustment ${stands[before.status]}.`);
    await book?.(tx, before);
    const by = await getActorName(tx, ctx.actor);
    const note = input.note === undefined || input.note === "" ? null : input.note;
    await writeOutcome(tx, input.id, { status: to, by, at: new Date(now), note });
    const after = await getAdjustmentRow(tx, input.id);
    const nounId = String(input.id);
    return { result: after, change: { action, noun: "adjustment", nounId, before, after, book: false } };
  });
