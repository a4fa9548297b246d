import type { Strategy } from "@ccp/engine";
import { formatPercent } from "#lib/format-percent.ts";

/** What a weight comes to: the share of calls, a factor of expected revenue, and nothing where another strategy picks. */
export const toWeightNote = (strategy: Strategy, share: number | null): string | undefined => {
  if (strategy === "best-expected-revenue") return "as a factor";
  if (strategy !== "weighted") return "not used";
  return share === null ? undefined : formatPercent(share);
};
