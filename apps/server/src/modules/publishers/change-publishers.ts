import type { UpdatePublisher } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems } from "#modules/audit/change-items.ts";
import { publisherStore } from "./publishers.store.ts";

export const changePublishers = (
  tx: AccountTransaction,
  items: readonly BulkItem<string, UpdatePublisher>[],
) => changeItems(tx, publisherStore, { action: "update", items });
