import type { DryRunState, StartDryRun } from "@ccp/contract";
import { compileList, createDryRun, type CampaignBook, type CompiledList } from "@ccp/engine";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import type { Clock } from "#clock.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import type { BookList } from "#live/snapshot/snapshot.ts";
import { findPlanCampaigns } from "#modules/books/find-plan-campaigns.ts";
import { asIfPublished } from "#modules/plans/as-if-published.ts";
import { getPlanDraft } from "#modules/plans/get-plan-draft.ts";
import type { DryRuns, Progress } from "./dry-runs.ts";
import { selectLastCalls } from "./dry-runs.store.ts";
import { createPace, type Pace } from "./pace.ts";
import { readPastCalls } from "./read-past-calls.ts";
import { toShownResult } from "./to-shown-result.ts";

type Using = { pools: Pools; clock: Clock; capacity: Pick<Capacity, "readBalances">; dryRuns: DryRuns };

type Asked = Omit<Verb<{ id: string } & StartDryRun>, "pools"> & Using;

/** What the draft would have calls routed by, and the calls. */
const readDraft = ({ pools, ctx, input: { id, calls } }: Asked) =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const found = await asIfPublished(tx, id, () => findPlanCampaigns(tx, id));
    if (found === undefined) return undefined;
    const campaignIds = found.campaigns.map((campaign) => campaign.id);
    return { ...found, calls: await selectLastCalls(tx, campaignIds, calls) };
  });

type Draft = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

const readBalances = async ({ capacity, ctx }: Asked, campaigns: readonly CampaignBook[]) => {
  const prepaid = campaigns
    .flatMap(({ rows, fallback }) => [...rows, ...(fallback === null ? [] : [fallback])])
    .flatMap(({ prepaid: terms, buyerId }) => (terms === undefined || buyerId === null ? [] : [buyerId]));
  const ids = [...new Set(prepaid)];
  const read = await capacity.readBalances(ctx.accountId, ids);
  const known = ids.map((id, index) => [id, read[index] ?? null] as const);
  return new Map(known.flatMap(([id, micros]) => (micros === null ? [] : [[id, micros] as const])));
};

const compileLists = async (lists: readonly BookList[], pace: Pace) => {
  const compiled = new Map<string, CompiledList>();
  for (const { id, values } of lists) {
    compiled.set(id, compileList(values));
    await pace();
  }
  return compiled;
};

/** Reads the calls, learns from them, and decides them again; all of it is told as steps. */
const runDraft = async (asked: Asked, draft: Draft, { signal, tell }: Progress) => {
  const { pools, ctx, clock } = asked;
  const pace = createPace(signal, () => clock.now());
  const calls = await readPastCalls({
    pools,
    accountId: ctx.accountId,
    calls: draft.calls,
    pace,
    onRead: tell,
  });
  const dryRun = createDryRun({
    calls,
    campaigns: Object.fromEntries(draft.campaigns.map((campaign) => [campaign.id, campaign])),
    today: {
      balances: await readBalances(asked, draft.campaigns),
      lists: await compileLists(draft.lists, pace),
    },
  });
  for (let done = 0; done < dryRun.total;) {
    done = dryRun.advance(1);
    tell(draft.calls.length + done);
    await pace();
  }
  return toShownResult(dryRun.sumUp(), draft.currency);
};

/** Begins to try a plan's draft on its last calls; nothing is written anywhere. */
export const startDryRun = async (asked: Asked): Promise<DryRunState> => {
  const { pools, ctx, clock, dryRuns, input } = asked;
  const { draft: kept } = await getPlanDraft({ pools, ctx, input });
  const draft = kept === null ? undefined : await readDraft(asked);
  if (kept === null || draft === undefined) {
    throw new AppError("conflict", "The plan has no draft that could be tried.");
  }
  return dryRuns.start({
    accountId: ctx.accountId,
    planId: input.id,
    draftVersion: kept.version,
    total: 3 * draft.calls.length,
    at: clock.now(),
    work: (progress) => runDraft(asked, draft, progress),
  });
};
