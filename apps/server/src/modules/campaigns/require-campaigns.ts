import type { AccountTransaction } from "#db/transaction.ts";
import { type FieldReference, requireInService } from "#modules/references/require-in-service.ts";
import { readCampaigns } from "./campaigns.store.ts";

/** Refuses references to campaigns that are absent, somebody else's or archived. */
export const requireCampaigns = (
  tx: AccountTransaction,
  references: readonly FieldReference<string>[],
): Promise<void> => requireInService("campaign", references, (ids) => readCampaigns(tx, ids));
