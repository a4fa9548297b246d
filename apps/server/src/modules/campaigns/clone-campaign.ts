import type { Campaign } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { makeOwnPlan } from "#modules/plans/make-own-plan.ts";
import { requireFilterLists } from "#modules/targets/require-filter-lists.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { replaceCampaignPayouts, selectCampaignPayouts } from "./campaign-payouts.store.ts";
import { getCampaignRow, insertCampaign } from "./campaigns.store.ts";
import { listRuleFilters } from "./list-rule-filters.ts";
import { requireRuleLists } from "./require-rule-lists.ts";

const copy = (
  tx: AccountTransaction,
  original: Campaign,
  { name, planId }: { name: string; planId: string },
): Promise<string> => {
  const { fallbackTarget, status, plan: _plan, id: _id, ...rest } = original;
  const { createdAt: _createdAt, updatedAt: _updatedAt, version: _version, ...terms } = rest;
  const { numberCount: _numbers, targetCount: _targets, ...settings } = terms;
  return insertCampaign(tx, {
    ...settings,
    name,
    planId,
    status: status === "archived" ? "paused" : status,
    fallbackTargetId: fallbackTarget?.id ?? null,
  });
};

/** The publishers' own terms, as they stand in another campaign. */
const copyPayouts = async (tx: AccountTransaction, from: string, to: string): Promise<void> => {
  const payouts = await selectCampaignPayouts(tx, from);
  await requireRuleLists(
    tx,
    payouts.flatMap(({ rules }) => rules),
    "",
  );
  await replaceCampaignPayouts(
    tx,
    to,
    payouts.map(({ publisher, rules, payout, enabled }) => ({
      publisherId: publisher.id,
      rules,
      payout,
      enabled,
    })),
  );
};

/**
 * A campaign like another, with a plan of its own and its publishers' terms, and without its numbers; of an archived one
 * a paused one.
 */
export const cloneCampaign = ({ pools, ctx, input }: Verb<{ id: string; name: string }>): Promise<Campaign> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const original = await getCampaignRow(tx, input.id);
    const { fallbackTarget } = original;
    // That of an archived campaign may have been archived since.
    await requireTargets(tx, fallbackTarget === null ? [] : [{ id: fallbackTarget.id, path: "" }]);
    await requireFilterLists(tx, listRuleFilters(original.payoutRules, "payoutRules"));
    const plan = await makeOwnPlan(tx, ctx, { name: input.name, copyOf: original.plan });
    const id = await copy(tx, original, { name: input.name, planId: plan.id });
    await copyPayouts(tx, original.id, id);
    const after = await getCampaignRow(tx, id);
    return {
      result: after,
      change: [
        plan.change,
        { action: "clone", noun: "campaign", nounId: id, before: null, after, book: true },
      ],
    };
  });
