import type { CampaignBook, PlanRow } from "#book.ts";
import { isComparing, type Strategy } from "./strategy.ts";

/** The name of a moment that strategies compare: when something last had its turn, was offered a call, ended one. */
export type Mark = string;

/**
 * When things last happened, as a decision read it: epoch ms, no two of them the same for an account's offers; 0 for
 * never and where no strategy asks. A list is absent when nobody asks for any of it.
 */
export type Recency = {
  /** The decision's own moment, later than all that was read of offers and turns. */
  stamp: number;
  /** When each row of a round robin last had its turn, in plan order. */
  turns?: readonly number[];
  /** When each group last had its turn in the round robin of its priority, in the order of the groups. */
  groupTurns?: readonly number[];
  /** When each row's target was last offered a call, in plan order. */
  offered?: readonly number[];
  /** When the last call of each row's target ended, in plan order. */
  ended?: readonly number[];
};

/** What a dial stands for in what strategies compare: written with the decision. */
export type Offer = { stamp: number; turns: readonly Mark[] };

/** The strategy of a priority level; weighted where none is named. */
export const strategyOfLevel = ({ strategies }: CampaignBook, priority: number): Strategy => {
  const key = String(priority);
  return strategies !== undefined && Object.hasOwn(strategies, key)
    ? (strategies[key] ?? "weighted")
    : "weighted";
};

/** The strategy of the list that a row stands in: its group's, or its level's. */
export const strategyOfRow = (campaign: CampaignBook, { group, priority }: PlanRow): Strategy =>
  group === undefined
    ? strategyOfLevel(campaign, priority)
    : (campaign.groups?.[group]?.strategy ?? "weighted");

/** Whether a decision of the campaign compares anything but weights. */
export const comparesRecency = (campaign: CampaignBook): boolean =>
  [
    ...Object.values(campaign.strategies ?? {}),
    ...(campaign.groups ?? []).map(({ strategy }) => strategy),
  ].some(isComparing);

export const toOfferedMark = (targetId: string): Mark => `offered:${targetId}`;

export const toEndedMark = (targetId: string): Mark => `ended:${targetId}`;

const toLevelMark = (campaignId: string, priority: number, unitId: string): Mark =>
  `turn:${campaignId}:${priority}:${unitId}`;

/** The mark of a row's turn in its own list: that of its group, else that of its level. */
export const toTurnMark = (campaign: CampaignBook, { group, priority, targetId }: PlanRow): Mark =>
  group === undefined
    ? toLevelMark(campaign.id, priority, targetId)
    : `turn:${campaign.id}:${campaign.groups?.[group]?.id}:${targetId}`;

/** The mark of a group's turn in its level. */
export const toGroupMark = (campaign: CampaignBook, group: number): Mark => {
  const { id = "", priority = 0 } = campaign.groups?.[group] ?? {};
  return toLevelMark(campaign.id, priority, id);
};
