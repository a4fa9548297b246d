import type { Counter } from "@ccp/engine";
import type { InstalledAccount } from "./install-plan.ts";

/** What no count may exceed, by the plan; infinity for a cap that is judged at the conversion, undefined for none. */
export const findCapLimit = (accounts: readonly InstalledAccount[], counter: Counter): number | undefined => {
  const [, id, , on, period] = counter.split(":");
  for (const { targetIds, history } of accounts) {
    const plan = history.latest().targets.find(({ name }) => targetIds.get(name) === id);
    const cap = plan?.caps?.find((each) => each.on === on && each.period === period);
    if (cap !== undefined && "limit" in cap)
      return cap.mode === "at-conversion" ? Number.POSITIVE_INFINITY : cap.limit;
  }
  return undefined;
};
