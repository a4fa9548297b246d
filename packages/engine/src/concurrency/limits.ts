import type { CampaignBook, PlanRow } from "#book.ts";
import { toOwnerText } from "#cap/owner.ts";
import { findGridLimit, toGridHour, toHourText } from "./concurrency-grid.ts";

/** Who shares a number of calls at once among its targets, and how many. */
export type SharedLimit = {
  scope: "target-group" | "buyer";
  name: string;
  /** By which calls in progress of all its targets are counted. */
  key: string;
  limit: number;
};

/** Calls in progress of those that share a limit, for each row in the order of `listSharedLimits`. */
export type SharedInUse = readonly (readonly number[])[];

const none: readonly SharedLimit[] = [];

/** How many calls at once a row's target takes at `at` (epoch ms): the least of its number and its grid; null for any number. */
export const toConcurrencyLimit = (
  { concurrencyMax, concurrencyGrid }: Pick<PlanRow, "concurrencyMax" | "concurrencyGrid">,
  at: number,
): number | null => {
  if (concurrencyGrid === undefined) return concurrencyMax;
  const inHour = findGridLimit(concurrencyGrid.weekly, toGridHour(concurrencyGrid.timeZone, at));
  if (inHour === null || concurrencyMax === null) return inHour ?? concurrencyMax;
  return Math.min(inHour, concurrencyMax);
};

/** The limits that a row's target shares with others: its group's, then its buyer's. */
export const listSharedLimits = (campaign: CampaignBook, row: PlanRow): readonly SharedLimit[] => {
  const group = row.group === undefined ? undefined : campaign.groups?.[row.group];
  if (typeof group?.concurrencyMax !== "number" && row.buyerConcurrencyMax === undefined) return none;
  const limits: SharedLimit[] = [];
  if (typeof group?.concurrencyMax === "number") {
    const { id, name, concurrencyMax: limit } = group;
    limits.push({ scope: "target-group", name, key: `target-group:${id}`, limit });
  }
  if (row.buyerConcurrencyMax !== undefined) {
    const { buyerId, buyerName: name, buyerConcurrencyMax: limit } = row;
    limits.push({ scope: "buyer", name, key: `buyer:${buyerId}`, limit });
  }
  return limits;
};

type Read = { at: number; inUse: number; shared: readonly number[] | undefined };

/** The first limit of calls at once that leaves a row no room: its target's, its group's, its buyer's; undefined where all do. */
export const findFullLimit = (
  campaign: CampaignBook,
  row: PlanRow,
  { at, inUse, shared }: Read,
): { limit: number; inUse: number; sharedWith: SharedLimit | null } | undefined => {
  const limit = toConcurrencyLimit(row, at);
  if (limit !== null && inUse >= limit) return { limit, inUse, sharedWith: null };
  const limits = listSharedLimits(campaign, row);
  const index = limits.findIndex((each, place) => (shared?.[place] ?? 0) >= each.limit);
  const sharedWith = limits[index];
  return sharedWith && { limit: sharedWith.limit, inUse: shared?.[index] ?? 0, sharedWith };
};

/** Whether a limit of calls at once leaves a row no room. */
export const isBusy = (campaign: CampaignBook, row: PlanRow, read: Read): boolean =>
  findFullLimit(campaign, row, read) !== undefined;

/** Calls at once and how many there may be: "2 of 3 calls". */
export const toCallsText = (inUse: number, limit: number): string =>
  `${inUse} of ${limit} ${limit === 1 ? "call" : "calls"}`;

const toHourNote = (
  { concurrencyGrid: grid }: PlanRow,
  { limit, at }: { limit: number; at: number },
): string => {
  if (grid === undefined) return "";
  const hour = toGridHour(grid.timeZone, at);
  return findGridLimit(grid.weekly, hour) === limit ? `, ${toHourText(hour)} (${grid.timeZone})` : "";
};

/** Why a row was busy, to follow its target's name: "was at its limit (3 of 3 calls)". */
export const describeFullLimit = (campaign: CampaignBook, row: PlanRow, read: Read): string => {
  const full = findFullLimit(campaign, row, read);
  if (full === undefined) return "was at its limit";
  const { limit, inUse, sharedWith } = full;
  if (sharedWith !== null) {
    return `was passed over because ${toOwnerText(sharedWith)} was at its limit (${toCallsText(inUse, limit)})`;
  }
  const hour = toHourNote(row, { limit, at: read.at });
  return limit === 0
    ? `takes no calls in this hour${hour.replace(",", ":")}`
    : `was at its limit (${toCallsText(inUse, limit)}${hour})`;
};
