import type { Campaign, UpdateCampaign } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type Found } from "#modules/audit/change-items.ts";
import { refuseReportedChanges } from "#modules/caps/refuse-reported-revenue.ts";
import { requirePlans } from "#modules/plans/require-plans.ts";
import type { FieldReference } from "#modules/references/require-in-service.ts";
import { requireFilterLists } from "#modules/targets/require-filter-lists.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { selectCampaignPayouts } from "./campaign-payouts.store.ts";
import { type CampaignPatch, campaignStore } from "./campaigns.store.ts";
import { listRuleFilters } from "./list-rule-filters.ts";
import { requireRuleLists } from "./require-rule-lists.ts";

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

/** Its publishers' own rules come back with an archived campaign. */
const requireOwnRuleLists = async (tx: AccountTransaction, { id, before, path }: Changing): Promise<void> => {
  if (before.status !== "archived") return;
  const payouts = await selectCampaignPayouts(tx, id);
  await requireRuleLists(
    tx,
    payouts.flatMap(({ rules }) => rules),
    `${path}.status`,
  );
};

export const changeCampaigns = async (
  tx: AccountTransaction,
  items: readonly BulkItem<string, UpdateCampaign>[],
) => {
  const changed = await changeItems(tx, campaignStore, {
    action: "update",
    items,
    check: async (found) => {
      await requireTargets(tx, found.flatMap(listFallbacks));
      await requirePlans(tx, found.map(toPlan));
      await requireFilterLists(
        tx,
        found.flatMap(({ before, patch, path }) =>
          listRuleFilters(patch.payoutRules ?? before.payoutRules, `${path}.payoutRules`),
        ),
      );
      for (const each of found) await requireOwnRuleLists(tx, each);
    },
  });
  await refuseReportedChanges(tx, items, ["caps", "planId", "status"]);
  return changed;
};
