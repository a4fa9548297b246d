import type { CampaignBook, PlanRow } from "#book.ts";
import { isCapFull, type CapsUsed } from "#cap/judge-caps.ts";
import { createRandom } from "#random.ts";
import { reasonLetters } from "#reason.ts";
import { isOpen } from "#schedule/is-open.ts";

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
  /** Ids of the targets that this call has been offered to. */
  tried: readonly string[];
  /** Ids of the targets that lost their last place to another call since `inUse` and `capsUsed` were read. */
  refused: readonly string[];
  /** Decides the draw among rows of one priority. */
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

/** What keeps a row from every call, whoever calls and whatever the hour. */
const judgeStanding = (row: PlanRow): string | undefined => {
  if (!row.enabled) return reasonLetters["row-disabled"];
  if (row.targetStatus === "paused") return reasonLetters["target-paused"];
  if (row.buyerStatus === "paused") return reasonLetters["buyer-paused"];
  return row.barred && reasonLetters["destination-barred"];
};

const judgeRow = (row: PlanRow, index: number, input: RouteInput): string => {
  const standing = judgeStanding(row);
  if (standing !== undefined) return standing;
  if (isClosed(row, input.at)) return reasonLetters.closed;
  if (input.tried.includes(row.targetId)) return reasonLetters["already-tried"];
  if (input.refused.includes(row.targetId)) return reasonLetters["reservation-refused"];
  if (isCapFull(row, input.capsUsed?.[index])) return reasonLetters["cap-full"];
  const inUse = input.inUse[index] ?? 0;
  if (row.concurrencyMax !== null && inUse >= row.concurrencyMax) return reasonLetters["concurrency-full"];
  return OPEN;
};

const judgeRows = (input: RouteInput): string => {
  const { rows, fallback } = input.campaign;
  let letters = "";
  for (const row of rows) letters += judgeRow(row, letters.length, input);
  return fallback === null ? letters : letters + judgeRow(fallback, rows.length, input);
};

/** The best priority that has an open row, and the weight of its open rows together; 0 when nobody is open. */
const findBestLevel = (rows: readonly PlanRow[], letters: string) => {
  const level = { priority: Number.POSITIVE_INFINITY, weight: 0 };
  let index = -1;
  for (const { priority, weight } of rows) {
    index += 1;
    if (letters[index] !== OPEN || priority > level.priority) continue;
    level.weight = priority < level.priority ? weight : level.weight + weight;
    level.priority = priority;
  }
  return level;
};

/** The open row of one priority on which `pick`, in [0, the weight of them all), falls. */
const drawRow = (rows: readonly PlanRow[], letters: string, priority: number, pick: number): number => {
  let drawn = -1;
  let index = -1;
  let left = pick;
  for (const row of rows) {
    index += 1;
    if (letters[index] !== OPEN || row.priority !== priority) continue;
    drawn = index;
    left -= row.weight;
    if (left < 0) break;
  }
  return drawn;
};

const markChosen = (letters: string, index: number): string =>
  letters.slice(0, index) + reasonLetters.chosen + letters.slice(index + 1);

/**
 * Chooses who is offered the call next, and says of every row why it was or was not chosen.
 * Law: a row is taken only when it is open and no open row has a better priority; among equals the chance
 * is the share of the weight. The fallback is taken only when no row is. Time is linear in the rows.
 */
export const route = (input: RouteInput): Routed => {
  const { rows } = input.campaign;
  const letters = judgeRows(input);
  const { priority, weight } = findBestLevel(rows, letters);
  if (input.rowsAllowed && weight > 0) {
    const index = drawRow(rows, letters, priority, createRandom(input.seed)() * weight);
    return { row: index, reasons: markChosen(letters, index) };
  }
  if (input.fallbackAllowed && letters[rows.length] === OPEN) {
    return { row: "fallback", reasons: markChosen(letters, rows.length) };
  }
  return { row: null, reasons: letters };
};
