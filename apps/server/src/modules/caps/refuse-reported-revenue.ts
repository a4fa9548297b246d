import type { CapScope } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { findReportedUnderStrict } from "./caps.store.ts";

const words: Readonly<Record<CapScope, string>> = {
  target: "target",
  "target-group": "target group",
  buyer: "buyer",
  campaign: "campaign",
  publisher: "publisher",
};

/**
 * Refuses what has just been written when a strict cap on revenue now covers a target whose revenue its buyer reports:
 * nobody knows at the dial how much that may be. `path` is the field that is to be mended.
 */
export const refuseReportedRevenue = async (tx: AccountTransaction, path: string): Promise<void> => {
  const found = await findReportedUnderStrict(tx);
  if (found === undefined) return;
  const { scope, owner, target } = found;
  throw invalidField(
    path,
    `The ${words[scope]} ${owner} has a strict cap on revenue, but what ${target} earns is reported by its buyer and cannot be known at the dial. Let the cap hold at conversion (mode "at-conversion"), or have the target convert by something else than a report (revenue.conversion).`,
  );
};

type Item = { patch: object; path: string };

/** The same for changed items, where one of them has a field that can bring it about; the first such field is told. */
export const refuseReportedChanges = async (
  tx: AccountTransaction,
  items: readonly Item[],
  fields: readonly string[],
): Promise<void> => {
  for (const { patch, path } of items) {
    const field = fields.find((name) => Object.hasOwn(patch, name));
    if (field !== undefined) return refuseReportedRevenue(tx, `${path}.${field}`);
  }
};
