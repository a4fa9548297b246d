import type { UpdatePublisher } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { requireRuleLists } from "#modules/campaigns/require-rule-lists.ts";
import { selectPublisherPayouts } from "./publisher-payouts.store.ts";
import { publisherStore } from "./publishers.store.ts";

export const changePublishers = (
  tx: AccountTransaction,
  items: readonly BulkItem<string, UpdatePublisher>[],
) =>
  changeItems(tx, publisherStore, {
    action: "update",
    items,
    check: async (found) => {
      for (const { id, before, path } of found) {
        if (before.status !== "archived") continue;
        // While it was archived, lists that its own terms ask for may have been archived too.
        const payouts = await selectPublisherPayouts(tx, id);
        await requireRuleLists(
          tx,
          payouts.flatMap(({ rules }) => rules),
          `${path}.status`,
        );
      }
    },
  });
