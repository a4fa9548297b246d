import type { Counter } from "@ccp/engine";
import type { InstalledAccount } from "./install-plan.ts";
import { listOwners } from "./owners.ts";

const toIds = ({ targetIds, groupIds, buyerIds }: InstalledAccount) => ({
  target: targetIds,
  "target-group": groupIds,
  buyer: buyerIds,
});

/** What no count may exceed, by the plan; infinity for a cap that is judged at the conversion, undefined for none. */
export const findCapLimit = (accounts: readonly InstalledAccount[], counter: Counter): number | undefined => {
  const [scope, id, , on, period] = counter.split(":");
  for (const account of accounts) {
    const ids = toIds(account);
    const owner = listOwners(account.history.latest()).find(
      (each) => each.scope === scope && String(ids[each.scope].get(each.name)) === id,
    );
    const cap = owner?.caps.find((each) => each.on === on && each.period === period);
    if (cap !== undefined) return cap.mode === "at-conversion" ? Number.POSITIVE_INFINITY : cap.limit;
  }
  return undefined;
};
