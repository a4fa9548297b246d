import type { Campaign, UpdateCampaign } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireTargets, type TargetReference } from "#modules/targets/require-targets.ts";
import { selectCampaignTargets } from "./campaign-targets.store.ts";
import { getCampaignRow, writeCampaign } from "./campaigns.store.ts";

/** Every target that the campaign would dial: while it was archived, its targets may have been archived too. */
const listReferences = async (
  tx: AccountTransaction,
  before: Campaign,
  patch: UpdateCampaign,
): Promise<TargetReference[]> => {
  const fallbackId =
    patch.fallbackTargetId === undefined ? (before.fallbackTarget?.id ?? null) : patch.fallbackTargetId;
  const rows = before.status === "archived" ? await selectCampaignTargets(tx, before.id) : [];
  return [
    ...(fallbackId === null ? [] : [{ id: fallbackId, path: "body.fallbackTargetId" }]),
    ...rows.map(({ target }) => ({ id: target.id, path: "body.status" })),
  ];
};

export const updateCampaign = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdateCampaign }>): Promise<Campaign> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await getCampaignRow(tx, input.id);
    await requireTargets(tx, await listReferences(tx, before, input.patch));
    await writeCampaign(tx, input.id, input.patch);
    const after = await getCampaignRow(tx, input.id);
    return {
      result: after,
      change: { action: "update", noun: "campaign", nounId: input.id, before, after, book: true },
    };
  });
