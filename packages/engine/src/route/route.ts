import type { CampaignBook, PlanRow } from "#book.ts";
import { isCapFull, type CapsUsed } from "#cap/judge-caps.ts";
import { findFailingBlock, type FilterInput } from "#filter/judge-filter.ts";
import { createRandom } from "#random.ts";
import { reasonLetters } from "#reason.ts";
import { isOpen } from "#schedule/is-open.ts";
import { pickRow } from "#strategy/pick.ts";
import type { Recency } from "#strategy/recency.ts";
import { listUnits } from "#strategy/unit.ts";

/** A row by its index in the campaign, or its fallback. */
export type RowRef = number | "fallback";

export type RouteInput = {
  campaign: CampaignBook;
  /** Epoch ms of the decision. */
  at: number;
  /** Calls in progress per row in plan order, then for the fallback if there is one. */
  inUse: readonly number[];
  /** What the caps of each had counted, same order; absent when nobody has caps. */
  capsUsed?: readonly CapsUsed[] | undefined;
  /** What the strategies compare besides; absent when all of them go by weight. */
  recency?: Recency | undefined;
  /** What filters are held against. */
  filterInput: FilterInput;
  /** Ids of the targets that this call has been offered to. */
  tried: readonly string[];
  /** Ids of the targets that lost their last place to another call since `inUse` and `capsUsed` were read. */
  refused: readonly string[];
  /** Decides the draws by weight. */
  seed: string;
  /** Whether a plan row may still be taken. */
  rowsAllowed: boolean;
  /** Whether the fallback may still be taken. */
  fallbackAllowed: boolean;
};

/** What was taken, and a reason letter per row, the fallback's last. */
export type Routed = { row: RowRef | null; reasons: string };

const OPEN = reasonLetters["not-reached"];

const isClosed = ({ schedule }: PlanRow, at: number): boolean =>
  schedule !== undefined && !isOpen(schedule.hours, schedule.timeZone, at);

const isFiltered = ({ filter }: PlanRow, { filterInput }: RouteInput): boolean =>
  filter !== undefined && findFailingBlock(filter, filterInput) >= 0;

const isBusy = ({ concurrencyMax }: PlanRow, inUse: number): boolean =>
  concurrencyMax !== null && inUse >= concurrencyMax;

/** What keeps a row from every call, whoever calls and whatever the hour. */
const judgeStanding = (row: PlanRow, { groups }: CampaignBook): string | undefined => {
  if (!row.enabled) return reasonLetters["row-disabled"];
  if (row.group !== undefined && groups?.[row.group]?.enabled === false)
    return reasonLetters["group-disabled"];
  if (row.targetStatus === "paused") return reasonLetters["target-paused"];
  if (row.buyerStatus === "paused") return reasonLetters["buyer-paused"];
  return row.barred && reasonLetters["destination-barred"];
};

const judgeRow = (row: PlanRow, index: number, input: RouteInput): string => {
  const standing = judgeStanding(row, input.campaign);
  if (standing !== undefined) return standing;
  if (isClosed(row, input.at)) return reasonLetters.closed;
  if (isFiltered(row, input)) return reasonLetters.filtered;
  if (input.tried.includes(row.targetId)) return reasonLetters["already-tried"];
  if (input.refused.includes(row.targetId)) return reasonLetters["reservation-refused"];
  if (isCapFull(row, input.capsUsed?.[index])) return reasonLetters["cap-full"];
  if (isBusy(row, input.inUse[index] ?? 0)) return reasonLetters["concurrency-full"];
  return OPEN;
};

const judgeRows = (input: RouteInput): string => {
  const { rows, fallback } = input.campaign;
  let letters = "";
  for (const row of rows) letters += judgeRow(row, letters.length, input);
  return fallback === null ? letters : letters + judgeRow(fallback, rows.length, input);
};

/** The best priority that has an open row; infinity when nobody is open. */
const findBestPriority = (rows: readonly PlanRow[], letters: string): number => {
  let best = Number.POSITIVE_INFINITY;
  let index = -1;
  for (const { priority } of rows) {
    index += 1;
    if (priority < best && letters[index] === OPEN) best = priority;
  }
  return best;
};

/** The row that the strategies pick from those that are open; undefined when nobody is. */
const pickOpenRow = ({ campaign, seed, inUse, recency }: RouteInput, letters: string): number | undefined => {
  const priority = findBestPriority(campaign.rows, letters);
  const units = listUnits(campaign, priority, (row) => letters[row] === OPEN);
  return pickRow(campaign, units, { random: createRandom(seed), compared: { inUse, recency } });
};

const markChosen = (letters: string, index: number): string =>
  letters.slice(0, index) + reasonLetters.chosen + letters.slice(index + 1);

/**
 * Chooses who is offered the call next, and says of every row why it was or was not chosen.
 * Law: a row is taken only when it is open and no open row has a better priority; among those of one priority the
 * strategies decide (`pickRow`). The fallback is taken only when no row is. Time is linear in the rows.
 */
export const route = (input: RouteInput): Routed => {
  const { rows } = input.campaign;
  const letters = judgeRows(input);
  const index = input.rowsAllowed ? pickOpenRow(input, letters) : undefined;
  if (index !== undefined) return { row: index, reasons: markChosen(letters, index) };
  if (input.fallbackAllowed && letters[rows.length] === OPEN) {
    return { row: "fallback", reasons: markChosen(letters, rows.length) };
  }
  return { row: null, reasons: letters };
};
