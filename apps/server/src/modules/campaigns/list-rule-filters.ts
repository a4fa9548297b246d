import type { PayoutRule } from "@ccp/contract";
import type { CallFilter } from "@ccp/engine";

/** The filters of payout rules, each with its place; also of those that are off, which come back as they are. */
export const listRuleFilters = (
  rules: readonly PayoutRule[],
  path: string,
): { filter: CallFilter | null; path: string }[] =>
  rules.map(({ filter }, index) => ({ filter, path: `${path}.${index}.filter` }));
