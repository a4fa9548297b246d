import type { Publisher, UpdatePublisher } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changePublishers } from "./change-publishers.ts";

export const updatePublisher = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdatePublisher }>): Promise<Publisher> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changePublishers(tx, [toSingleItem(input)])));
