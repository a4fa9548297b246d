import type { CampaignBook, PlanRow } from "#book.ts";
import type { Compared } from "./pick.ts";
import { listUnits, type Unit } from "./unit.ts";

/** How one of the open rows of a priority was chosen, ready to be put into words. */
export type Picked = {
  campaign: CampaignBook;
  /** Epoch ms of the decision. */
  at: number;
  compared: Compared;
  /** Of the amounts that were compared. */
  currency: string;
  /** What there was to choose from, in plan order. */
  units: readonly Unit[];
  /** The one that was chosen of them. */
  unit: Unit;
  /** The row that was chosen of the unit. */
  row: number;
  plan: PlanRow;
  /** Whether nobody else of the priority was open who had been dialled more often in this call. */
  isAlone: boolean;
};

/** Null where the campaign has no such row among those that were open. */
export const toPicked = (
  input: Pick<Picked, "campaign" | "at" | "compared" | "currency" | "row" | "isAlone">,
  isOpen: (row: number) => boolean,
): Picked | null => {
  const { campaign, row } = input;
  const plan = campaign.rows[row];
  if (plan === undefined) return null;
  const units = listUnits(campaign, plan.priority, isOpen);
  const unit = units.find(({ rows }) => rows.includes(row));
  return unit === undefined ? null : { ...input, units, unit, plan };
};
