import type { CampaignBook } from "#book.ts";
import type { RowRef } from "#route/route.ts";
import { readOf } from "./pick.ts";
import {
  strategyOfLevel,
  strategyOfRow,
  toGroupMark,
  toOfferedMark,
  toTurnMark,
  type Mark,
  type Offer,
  type Recency,
} from "./recency.ts";
import { takesTurns } from "./strategy.ts";

/** A mark that an offer sets; the offer holds only while the mark is as it was read, where `asRead` says how. */
export type OfferMark = { mark: Mark; asRead: number | null };

const listTurns = (campaign: CampaignBook, ref: number, { turns, groupTurns }: Recency): OfferMark[] => {
  const row = campaign.rows[ref];
  if (row === undefined) return [];
  const { group, priority } = row;
  const taken: OfferMark[] = [];
  if (group !== undefined && takesTurns(strategyOfLevel(campaign, priority))) {
    taken.push({ mark: toGroupMark(campaign, group), asRead: readOf(groupTurns, group) });
  }
  if (takesTurns(strategyOfRow(campaign, row))) {
    taken.push({ mark: toTurnMark(campaign, row), asRead: readOf(turns, ref) });
  }
  return taken;
};

/** Whether the row was chosen by what its target was last offered. */
const isCompared = (campaign: CampaignBook, ref: number): boolean => {
  const row = campaign.rows[ref];
  if (row === undefined) return false;
  const strategies = [strategyOfLevel(campaign, row.priority), strategyOfRow(campaign, row)];
  return strategies.includes("pool") || strategies.includes("longest-idle");
};

/** What offering a row of the campaign stands for, and the marks that it sets with its reservation. */
export const toOffer = (
  campaign: CampaignBook,
  { ref, targetId }: { ref: RowRef; targetId: string },
  recency: Recency,
): { offer: Offer; marks: OfferMark[] } => {
  const turns = ref === "fallback" ? [] : listTurns(campaign, ref, recency);
  const asRead = ref !== "fallback" && isCompared(campaign, ref) ? readOf(recency.offered, ref) : null;
  return {
    offer: { stamp: recency.stamp, turns: turns.map(({ mark }) => mark) },
    marks: [...turns, { mark: toOfferedMark(targetId), asRead }],
  };
};
