import type { Revenue } from "@ccp/contract";
import type {
  CallFilter,
  Cap,
  Conversion,
  FilterNames,
  Hours,
  LengthPrice,
  PlanRow,
  RevenueTerms,
} from "@ccp/engine";
import { findDestinationBar } from "#modules/numbers/find-destination-bar.ts";
import { pickFilterNames } from "#modules/targets/read-filter-names.ts";
import { toRevenueColumns } from "#modules/targets/revenue-columns.ts";
import type { listTargets } from "./books.store.ts";

export type TargetRow = Awaited<ReturnType<typeof listTargets>>[number];

/** What rows take over from their account. */
export type RowSettings = {
  timeZone: string;
  dialCountries: readonly string[];
  highRiskPrefixes: readonly string[];
};

/** What rows need that stands in none of their tables. */
export type Beside = { account: RowSettings; names: FilterNames };

/** What a row of a plan says instead of its target; null: what the target says. */
export type Overrides = {
  revenue: Revenue | null;
  hours: Hours | null;
  ringTimeoutSeconds: number | null;
};

const none: Overrides = { revenue: null, hours: null, ringTimeoutSeconds: null };

/** Archived things are left out where they are read. */
export const toStatus = (status: "active" | "paused" | "archived"): "active" | "paused" =>
  status === "active" ? "active" : "paused";

/** The hours on the target's own clock, or else on the account's. */
const toSchedule = (
  { hours: own, timeZone }: TargetRow["target"],
  accountZone: string,
  override: Hours | null,
): Pick<PlanRow, "schedule"> => {
  const hours = override ?? (own as Hours | null);
  return hours === null ? {} : { schedule: { hours, timeZone: timeZone ?? accountZone } };
};

const toRevenueTerms = (target: TargetRow["target"], override: Revenue | null): RevenueTerms => {
  const { revenueMicros, revenueAfterSeconds, conversion, revenueByLength } =
    override === null ? target : toRevenueColumns(override);
  return {
    revenueMicros: revenueMicros.toString(),
    revenueAfterSeconds,
    ...(conversion !== null && { conversion: conversion as Conversion }),
    ...(revenueByLength !== null && { revenueByLength: revenueByLength as LengthPrice }),
  };
};

/** The target's caps, which begin anew on the same clock. */
const toCaps = (
  { caps, capsGeneration: generation, timeZone }: TargetRow["target"],
  accountZone: string,
): Pick<PlanRow, "caps"> =>
  caps === null ? {} : { caps: { list: caps as Cap[], generation, timeZone: timeZone ?? accountZone } };

const toDestination = (
  { destinationKind: kind, destination: address }: TargetRow["target"],
  { account }: Beside,
): Pick<PlanRow, "destination" | "barred"> => {
  const barred = findDestinationBar({ kind, address }, account);
  return { destination: { kind, address }, ...(barred !== null && { barred }) };
};

/** The target's filter on the same clock, with what the ids in it are called today. */
const toFilter = (
  { filter: stored, timeZone }: TargetRow["target"],
  { account, names }: Beside,
): Pick<PlanRow, "filter"> => {
  const filter = stored as CallFilter | null;
  return filter === null
    ? {}
    : {
        filter: {
          ...filter,
          timeZone: timeZone ?? account.timeZone,
          names: pickFilterNames(filter, names),
        },
      };
};

/** A target at a place of a plan, as decisions and settlements read it. */
export const toPlanRow = (
  { target, buyer }: TargetRow,
  beside: Beside,
  place: Pick<PlanRow, "enabled" | "priority" | "weight">,
  overrides: Overrides = none,
): PlanRow => ({
  targetId: target.id,
  targetName: target.name,
  targetStatus: toStatus(target.status),
  buyerId: buyer.id,
  buyerName: buyer.name,
  buyerStatus: toStatus(buyer.status),
  enabled: place.enabled,
  priority: place.priority,
  weight: place.weight,
  ...toDestination(target, beside),
  ...toSchedule(target, beside.account.timeZone, overrides.hours),
  ...toFilter(target, beside),
  ...toCaps(target, beside.account.timeZone),
  concurrencyMax: target.concurrencyMax,
  ringTimeoutSeconds: overrides.ringTimeoutSeconds ?? target.ringTimeoutSeconds,
  ...toRevenueTerms(target, overrides.revenue),
});
