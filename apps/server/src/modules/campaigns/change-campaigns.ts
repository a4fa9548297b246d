import type { Campaign, UpdateCampaign } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type Found } from "#modules/audit/change-items.ts";
import type { FieldReference } from "#modules/references/require-in-service.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { selectCampaignTargets } from "./campaign-targets.store.ts";
import { type CampaignPatch, campaignStore } from "./campaigns.store.ts";

/** Every target that the campaign would dial: while it was archived, its targets may have been archived too. */
const listTargets = async (
  tx: AccountTransaction,
  { before, patch, path }: Found<Campaign, string, CampaignPatch>,
): Promise<FieldReference<string>[]> => {
  const fallbackId =
    patch.fallbackTargetId === undefined ? (before.fallbackTarget?.id ?? null) : patch.fallbackTargetId;
  const rows = before.status === "archived" ? await selectCampaignTargets(tx, before.id) : [];
  return [
    ...(fallbackId === null ? [] : [{ id: fallbackId, path: `${path}.fallbackTargetId` }]),
    ...rows.map(({ target }) => ({ id: target.id, path: `${path}.status` })),
  ];
};

export const changeCampaigns = (tx: AccountTransaction, items: readonly BulkItem<string, UpdateCampaign>[]) =>
  changeItems(tx, campaignStore, {
    action: "update",
    items,
    check: async (found) => {
      const references: FieldReference<string>[] = [];
      for (const each of found) references.push(...(await listTargets(tx, each)));
      await requireTargets(tx, references);
    },
  });
