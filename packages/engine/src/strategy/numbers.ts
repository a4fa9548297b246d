import type { CampaignBook } from "#book.ts";
import { readOf, toIdleSince, type Compared } from "./pick.ts";
import { strategyOfRow } from "./recency.ts";
import type { Strategy } from "./strategy.ts";

/** What the strategy of a row's own list looked at; null where it does not look at it. */
export type StrategyNumbers = {
  strategy: Strategy;
  callsInProgress: number | null;
  /** When it last had its turn, was offered a call, or had to do with one; epoch ms, 0 for never. */
  lastAt: number | null;
};

/** The numbers by which a row stood in its group, else in its level; null where the campaign has no such row. */
export const toStrategyNumbers = (
  campaign: CampaignBook,
  row: number,
  compared: Compared,
): StrategyNumbers | null => {
  const plan = campaign.rows[row];
  if (plan === undefined) return null;
  const strategy = strategyOfRow(campaign, plan);
  const callsInProgress = readOf(compared.inUse, row);
  switch (strategy) {
    case "weighted":
    case "simultaneous":
      return { strategy, callsInProgress: null, lastAt: null };
    case "round-robin":
    case "best-expected-revenue":
      return { strategy, callsInProgress: null, lastAt: readOf(compared.recency?.turns, row) };
    case "pool":
      return { strategy, callsInProgress, lastAt: readOf(compared.recency?.offered, row) };
    case "longest-idle":
      return { strategy, callsInProgress, lastAt: toIdleSince(compared, row) };
  }
};
