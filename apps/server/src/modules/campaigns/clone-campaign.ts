import type { Campaign } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { replaceCampaignPayouts, selectCampaignPayouts } from "./campaign-payouts.store.ts";
import { replaceCampaignTargets, selectCampaignTargets } from "./campaign-targets.store.ts";
import { getCampaignRow, insertCampaign } from "./campaigns.store.ts";

const copy = async (tx: AccountTransaction, original: Campaign, name: string): Promise<string> => {
  const {
    fallbackTarget,
    status,
    id: _id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...terms
  } = original;
  const { numberCount: _numbers, targetCount: _targets, version: _version, ...settings } = terms;
  const rows = await selectCampaignTargets(tx, original.id);
  const targetIds = [...rows.map(({ target }) => target.id), ...(fallbackTarget ? [fallbackTarget.id] : [])];
  // Those of an archived campaign may have been archived since.
  await requireTargets(
    tx,
    targetIds.map((id) => ({ id, path: "" })),
  );
  const id = await insertCampaign(tx, {
    ...settings,
    name,
    status: status === "archived" ? "paused" : status,
    fallbackTargetId: fallbackTarget?.id ?? null,
  });
  await replaceCampaignTargets(
    tx,
    id,
    rows.map(({ target, priority, weight, enabled }) => ({ targetId: target.id, priority, weight, enabled })),
  );
  const payouts = await selectCampaignPayouts(tx, original.id);
  await replaceCampaignPayouts(
    tx,
    id,
    payouts.map(({ publisher, payout, enabled }) => ({ publisherId: publisher.id, payout, enabled })),
  );
  return id;
};

/** A campaign like another, with its plan and its publishers' terms, and without its numbers; of an archived one a paused one. */
export const cloneCampaign = ({ pools, ctx, input }: Verb<{ id: string; name: string }>): Promise<Campaign> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const id = await copy(tx, await getCampaignRow(tx, input.id), input.name);
    const after = await getCampaignRow(tx, id);
    return {
      result: after,
      change: { action: "clone", noun: "campaign", nounId: id, before: null, after, book: true },
    };
  });
