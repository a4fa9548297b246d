import type { AgentNumbers } from "#agent/agent.ts";
import { judgeOccupation, judgePresence } from "#agent/judge-agent.ts";
import { isOutOfBalance, type BalanceRead } from "#balance/prepaid.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { isCapFull, type CapsUsed } from "#cap/judge-caps.ts";
import { listRowCaps } from "#cap/owner.ts";
import { isBusy, type SharedInUse } from "#concurrency/limits.ts";
import { findProtecting, type Recall } from "#duplicate/recall.ts";
import { turnElsewhere } from "#duplicate/turn-elsewhere.ts";
import { findFailingBlock, type FilterInput } from "#filter/judge-filter.ts";
import { createRandom } from "#random.ts";
import { isRateFull } from "#rate/rate.ts";
import { reasonLetters } from "#reason.ts";
import { isOpen } from "#schedule/is-open.ts";
import { toRevenueMax } from "#settle/revenue-max.ts";
import { toWorth, type Expected } from "#strategy/expectation.ts";
import { pickRows } from "#strategy/pick.ts";
import type { Recency } from "#strategy/recency.ts";
import { listUnits } from "#strategy/unit.ts";
import { isTried, type TriesByTarget } from "./tries.ts";

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
  /** Calls in progress of groups and buyers that share a limit, same order; absent when none does. */
  sharedInUse?: SharedInUse | undefined;
  /** Calls begun within the window of each one's rate, same order; absent when nobody has one. */
  rateUsed?: readonly number[] | undefined;
  /** The balance of each row's buyer, same order; absent when none pays in advance. */
  balances?: readonly BalanceRead[] | undefined;
  /** What the strategies compare besides; absent when all of them go by weight. */
  recency?: Recency | undefined;
  /** What is known of each row's agent, same order, null where it is a target; absent when no row is an agent. */
  agents?: readonly (AgentNumbers | null)[] | undefined;
  /** What has come of the rows' calls; absent where no strategy goes by it. */
  expected?: Expected | undefined;
  /** What is known of the caller's other calls; absent where nothing asks. */
  recall?: Recall | undefined;
  /** What filters are held against. */
  filterInput: FilterInput;
  /** The targets that this call has been offered to. */
  tries: TriesByTarget;
  /** Ids of the targets that lost their last place to another call since `inUse` and `capsUsed` were read. */
  refused: readonly string[];
  /** Decides the draws by weight. */
  seed: string;
  /** Whether a plan row may still be taken. */
  rowsAllowed: boolean;
  /** Whether the fallback may still be taken. */
  fallbackAllowed: boolean;
};

/** What was taken, who rings beside it, in plan order and before it, and a reason letter per row, the fallback's last. */
export type Routed = { row: RowRef | null; beside: readonly number[]; reasons: string };

const OPEN = reasonLetters["not-reached"];

const isClosed = ({ schedule }: PlanRow, at: number): boolean =>
  schedule !== undefined && !isOpen(schedule.hours, schedule.timeZone, at);

const isFiltered = ({ filter }: PlanRow, { filterInput }: RouteInput): boolean =>
  filter !== undefined && findFailingBlock(filter, filterInput) >= 0;

const isAtCap = (row: PlanRow, index: number, { campaign, capsUsed }: RouteInput): boolean => {
  const owned = listRowCaps(campaign, row, index === campaign.rows.length);
  if (owned.length === 0) return false;
  return isCapFull(owned, capsUsed?.[index], () => toRevenueMax(row, campaign.timeLimitSeconds));
};

/** Whether so many calls at once, or so many begun a moment ago, leave a row no room. */
const judgeTraffic = (row: PlanRow, index: number, input: RouteInput): string | undefined => {
  const { campaign, at } = input;
  const read = { at, inUse: input.inUse[index] ?? 0, shared: input.sharedInUse?.[index] };
  if (isBusy(campaign, row, read)) return reasonLetters["concurrency-full"];
  return isRateFull(row, input.rateUsed?.[index] ?? 0) ? reasonLetters["rate-full"] : undefined;
};

/** What keeps a row from every call at present, whoever calls and whatever the hour. */
const judgeStanding = (row: PlanRow, index: number, input: RouteInput): string | undefined => {
  const { groups, timeLimitSeconds } = input.campaign;
  if (!row.enabled) return reasonLetters["row-disabled"];
  if (row.group !== undefined && groups?.[row.group]?.enabled === false)
    return reasonLetters["group-disabled"];
  if (row.targetStatus === "paused") return reasonLetters["target-paused"];
  if (row.buyerStatus === "paused") return reasonLetters["buyer-paused"];
  if (isOutOfBalance(row, input.balances?.[index], timeLimitSeconds))
    return reasonLetters["buyer-out-of-balance"];
  return row.barred && reasonLetters["destination-barred"];
};

/** What other calls keep a row from. */
const judgeRoom = (row: PlanRow, index: number, input: RouteInput): string => {
  if (isAtCap(row, index, input)) return reasonLetters["cap-full"];
  const read = { inUse: input.inUse[index] ?? 0, numbers: input.agents?.[index] ?? undefined };
  return judgeOccupation(row, read, input.at) ?? judgeTraffic(row, index, input) ?? OPEN;
};

const judgeRow = (row: PlanRow, index: number, input: RouteInput): string => {
  const standing = judgeStanding(row, index, input);
  if (standing !== undefined) return standing;
  const presence = judgePresence(row, input.agents?.[index] ?? undefined);
  if (presence !== undefined) return presence;
  if (isClosed(row, input.at)) return reasonLetters.closed;
  if (isFiltered(row, input)) return reasonLetters.filtered;
  if (findProtecting(row, input.recall, input.at) !== undefined) return reasonLetters["duplicate-caller"];
  if (isTried(row, input.tries.get(row.targetId))) return reasonLetters["already-tried"];
  if (input.refused.includes(row.targetId)) return reasonLetters["reservation-refused"];
  return judgeRoom(row, index, input);
};

const judgeRows = (input: RouteInput): string => {
  const { rows, fallback } = input.campaign;
  let letters = "";
  for (const row of rows) letters += judgeRow(row, letters.length, input);
  if (fallback !== null) letters += judgeRow(fallback, rows.length, input);
  return turnElsewhere(letters, input.campaign, input.recall);
};

/** Where the next call goes: a priority, and how often its rows were dialled in this call. */
type Place = { priority: number; tries: number };

/** The best priority that has an open row, and there the fewest tries; infinity when nobody is open. */
const findBestPlace = ({ campaign: { rows }, tries }: RouteInput, letters: string): Place => {
  const best: Place = { priority: Number.POSITIVE_INFINITY, tries: Number.POSITIVE_INFINITY };
  let index = -1;
  for (const { priority, targetId } of rows) {
    index += 1;
    if (priority > best.priority || letters[index] !== OPEN) continue;
    const count = tries.get(targetId)?.count ?? 0;
    best.tries = priority < best.priority ? count : Math.min(best.tries, count);
    best.priority = priority;
  }
  return best;
};

/** The rows that the strategies pick from those that are open. */
const pickOpenRows = (input: RouteInput, letters: string): readonly number[] => {
  const { campaign, tries, seed, inUse, recency, agents, expected } = input;
  const best = findBestPlace(input, letters);
  const isBest = (row: number): boolean =>
    letters[row] === OPEN && (tries.get(campaign.rows[row]?.targetId ?? "")?.count ?? 0) === best.tries;
  const units = listUnits(campaign, best.priority, isBest);
  return pickRows(campaign, units, {
    random: createRandom(seed),
    compared: { inUse, recency, agents, worth: toWorth(campaign, expected) },
  });
};

const markChosen = (letters: string, index: number): string =>
  letters.slice(0, index) + reasonLetters.chosen + letters.slice(index + 1);

/**
 * Chooses who is offered the call next, and says of every row why it was or was not chosen.
 * Law: a row is taken only when it is open and no open row has a better priority, or at the same priority fewer tries;
 * among the rest the strategies decide (`pickRows`), which may take several that ring at once, of different targets. The fallback is taken only when no row is. Time is linear in the rows.
 */
export const route = (input: RouteInput): Routed => {
  const { rows } = input.campaign;
  const letters = judgeRows(input);
  const picked = input.rowsAllowed ? pickOpenRows(input, letters) : [];
  const last = picked.at(-1);
  if (last !== undefined) {
    return { row: last, beside: picked.slice(0, -1), reasons: picked.reduce(markChosen, letters) };
  }
  if (input.fallbackAllowed && letters[rows.length] === OPEN) {
    return { row: "fallback", beside: [], reasons: markChosen(letters, rows.length) };
  }
  return { row: null, beside: [], reasons: letters };
};
