import type { Revenue } from "@ccp/contract";
import type {
  CallFilter,
  Cap,
  Caps,
  ConcurrencyGrid,
  Conversion,
  FilterNames,
  Hours,
  LengthPrice,
  PlanRow,
  Protection,
  Rate,
  RepeatWindow,
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

/** What a row of a plan says instead of its target, its filter besides it; null: what the target says. */
export type Overrides = {
  revenue: Revenue | null;
  hours: Hours | null;
  ringTimeoutSeconds: number | null;
  dialAttemptsMax: number;
  filter: CallFilter | null;
  concurrencyMax: number | null;
};

const none: Overrides = {
  revenue: null,
  hours: null,
  ringTimeoutSeconds: null,
  dialAttemptsMax: 1,
  filter: null,
  concurrencyMax: null,
};

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
  const { revenueMicros, revenueAfterSeconds, conversion, revenueByLength, oncePerCaller } =
    override === null ? target : toRevenueColumns(override);
  return {
    revenueMicros: revenueMicros.toString(),
    revenueAfterSeconds,
    ...(conversion !== null && { conversion: conversion as Conversion }),
    ...(revenueByLength !== null && { revenueByLength: revenueByLength as LengthPrice }),
    ...(oncePerCaller !== null && { oncePerCaller: oncePerCaller as RepeatWindow }),
  };
};

/** An owner's caps on its clock; undefined where it has none. */
export const toCaps = (
  { caps, capsGeneration: generation }: { caps: unknown; capsGeneration: number },
  timeZone: string,
): Caps | undefined => (caps === null ? undefined : { list: caps as Cap[], generation, timeZone });

/** How many calls the target and its buyer take in each period, at once and one after the other. */
const toLimits = (
  { target, buyer }: TargetRow,
  accountZone: string,
  override: number | null,
): Pick<
  PlanRow,
  "caps" | "buyerCaps" | "concurrencyMax" | "concurrencyGrid" | "buyerConcurrencyMax" | "rate"
> => {
  const timeZone = target.timeZone ?? accountZone;
  const caps = toCaps(target, timeZone);
  const buyerCaps = toCaps(buyer, accountZone);
  const weekly = target.concurrencyGrid as ConcurrencyGrid | null;
  const rate = target.rate as Rate | null;
  return {
    ...(caps && { caps }),
    ...(buyerCaps && { buyerCaps }),
    concurrencyMax: override ?? target.concurrencyMax,
    ...(weekly !== null && override === null && { concurrencyGrid: { weekly, timeZone } }),
    ...(buyer.concurrencyMax !== null && { buyerConcurrencyMax: buyer.concurrencyMax }),
    ...(rate !== null && { rate }),
  };
};

/** Whom the target does not take again, and whom its buyer does not. */
const toProtection = (
  target: TargetRow["target"],
  buyer: TargetRow["buyer"],
): Pick<PlanRow, "protection"> => {
  const own = target.repeatCallers as Protection | null;
  const ofBuyer = buyer.repeatCallers as Protection | null;
  if (own === null && ofBuyer === null) return {};
  return { protection: { ...(own && { target: own }), ...(ofBuyer && { buyer: ofBuyer }) } };
};
const toPrepaid = ({
  billing,
  creditLimitMicros,
  balanceMode,
}: TargetRow["buyer"]): Pick<PlanRow, "prepaid"> =>
  billing === "prepaid"
    ? { prepaid: { creditLimitMicros: creditLimitMicros.toString(), mode: balanceMode } }
    : {};

const toDestination = (
  { destinationKind: kind, destination: address }: TargetRow["target"],
  { account }: Beside,
): Pick<PlanRow, "destination" | "barred"> => {
  const barred = findDestinationBar({ kind, address }, account);
  return { destination: { kind, address }, ...(barred !== null && { barred }) };
};

/** The target's filter and the row's, both on the target's clock, with what the ids in them are called today. */
const toFilter = (
  { filter: stored, timeZone }: TargetRow["target"],
  { account, names }: Beside,
  besides: CallFilter | null,
): Pick<PlanRow, "filter"> => {
  const all = [...((stored as CallFilter | null)?.all ?? []), ...(besides?.all ?? [])];
  if (all.length === 0) return {};
  return {
    filter: { all, timeZone: timeZone ?? account.timeZone, names: pickFilterNames({ all }, names) },
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
  ...toPrepaid(buyer),
  enabled: place.enabled,
  priority: place.priority,
  weight: place.weight,
  ...toDestination(target, beside),
  ...toSchedule(target, beside.account.timeZone, overrides.hours),
  ...toFilter(target, beside, overrides.filter),
  ...toProtection(target, buyer),
  ...toLimits({ target, buyer }, beside.account.timeZone, overrides.concurrencyMax),
  ringTimeoutSeconds: overrides.ringTimeoutSeconds ?? target.ringTimeoutSeconds,
  ...(overrides.dialAttemptsMax > 1 && { dialAttemptsMax: overrides.dialAttemptsMax }),
  ...toRevenueTerms(target, overrides.revenue),
});
