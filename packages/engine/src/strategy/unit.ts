import type { CampaignBook, PlanRow } from "#book.ts";

/** What a level's strategy picks one of: a row that stands for itself, or a group by its open members. */
export type Unit = {
  /** The open rows in plan order: one, or the group's. */
  rows: [number, ...number[]];
  weight: number;
  /** Index in the campaign's groups; null for a row that stands for itself. */
  group: number | null;
};

const toUnit = ({ groups }: CampaignBook, { group, weight }: PlanRow, row: number): Unit =>
  group === undefined
    ? { rows: [row], weight, group: null }
    : { rows: [row], weight: groups?.[group]?.weight ?? 1, group };

/** The units of one priority that have an open row, in plan order. `isOpen` is asked once for each row of it. */
export const listUnits = (
  campaign: CampaignBook,
  priority: number,
  isOpen: (row: number) => boolean,
): Unit[] => {
  const units: Unit[] = [];
  let last: Unit | undefined;
  let index = -1;
  for (const row of campaign.rows) {
    index += 1;
    if (row.priority !== priority || !isOpen(index)) continue;
    if (last !== undefined && row.group !== undefined && last.group === row.group) last.rows.push(index);
    else units.push((last = toUnit(campaign, row, index)));
  }
  return units;
};
