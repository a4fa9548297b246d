import type { Campaign, UpdateCampaign } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type Found } from "#modules/audit/change-items.ts";
import { requirePlans } from "#modules/plans/require-plans.ts";
import type { FieldReference } from "#modules/references/require-in-service.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { type CampaignPatch, campaignStore } from "./campaigns.store.ts";

type Changing = Found<Campaign, string, CampaignPatch>;

const listFallbacks = ({ before, patch, path }: Changing): FieldReference<string>[] => {
  const id = patch.fallbackTargetId === undefined ? before.fallbackTarget?.id : patch.fallbackTargetId;
  return id === undefined || id === null ? [] : [{ id, path: `${path}.fallbackTargetId` }];
};

/** Also when the plan stays: while the campaign was archived, its plan may have been archived too. */
const toPlan = ({ before, patch, path }: Changing): FieldReference<string> => ({
  id: patch.planId ?? before.plan.id,
  path: `${path}.planId`,
});

export const changeCampaigns = (tx: AccountTransaction, items: readonly BulkItem<string, UpdateCampaign>[]) =>
  changeItems(tx, campaignStore, {
    action: "update",
    items,
    check: async (found) => {
      await requireTargets(tx, found.flatMap(listFallbacks));
      await requirePlans(tx, found.map(toPlan));
    },
  });
