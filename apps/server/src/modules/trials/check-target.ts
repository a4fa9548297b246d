import type { CheckTarget, TargetCheckShown } from "@ccp/contract";
import { checkTarget as checkRow, type AccountBook, type CampaignBook, type PlanRow } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { AtNow } from "#http/verb.ts";
import { findTargetRow, type TargetInBook } from "#modules/books/find-target-row.ts";
import { requireReferences } from "#modules/numbers/require-references.ts";
import type { Preview } from "./preview.ts";
import { toAskedCall, toFrom, unavailable } from "./preview-call.ts";

/** A campaign that has the target and nothing else, and asks nothing itself. */
const toCampaign = (row: PlanRow, id: string, timeLimitSeconds: number): CampaignBook => ({
  id,
  name: row.targetName,
  status: "active",
  dialAttemptsMax: 1,
  ringTimeoutSeconds: 20,
  timeLimitSeconds,
  recording: "off",
  callerId: "number",
  apology: "",
  payoutMicros: "0",
  payoutAfterSeconds: 0,
  rows: [row],
  fallback: null,
});

/** Of a campaign that is not named; it matters to buyers who pay in advance. */
const usualLimitSeconds = 3600;

const ask = (
  { row, lists }: TargetInBook,
  { from, campaignId, publisherId, ...call }: CheckTarget,
  { now, campaigns }: { now: number; campaigns: AccountBook["campaigns"] },
) => ({
  campaign: toCampaign(
    row,
    campaignId ?? row.targetId,
    campaigns[campaignId ?? ""]?.timeLimitSeconds ?? usualLimitSeconds,
  ),
  ...(lists !== undefined && { lists }),
  from: from === null ? "anonymous" : toFrom(from),
  numberId: null,
  publisherId,
  seed: "check",
  ...toAskedCall(call, now),
});

const toIso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Asks the engine what each rule says of a target as it is set now, with the numbers that decisions read. */
export const checkTarget = async ({
  pools,
  ctx,
  input: { id, ...input },
  now,
  preview,
}: AtNow<{ id: string } & CheckTarget> & { preview: Preview }): Promise<TargetCheckShown> => {
  const { campaignId, publisherId } = input;
  const found = await withAccount(pools.app, ctx.accountId, async (tx) => {
    const target = await findTargetRow(tx, id);
    if (target === undefined) throw notFound("target");
    await requireReferences(tx, [{ campaignId, publisherId, path: "body" }]);
    return target;
  });
  const trial = await preview(ctx.accountId, ({ book: { campaigns } }) =>
    ask(found, input, { now, campaigns }),
  );
  if (trial === undefined) throw unavailable();
  const { takes, rules } = checkRow(trial, { isCallerKnown: input.from !== null });
  return {
    at: new Date(trial.at).toISOString(),
    takes,
    rules: rules.map((rule) => ({ ...rule, until: toIso(rule.until) })),
  };
};
