import type { CampaignBook, PlanRow } from "#book.ts";
import { isFull } from "#cap/judge-caps.ts";
import type { CapScope } from "#cap/owner.ts";
import { toPeriod } from "#cap/period.ts";
import { findFullLimit, listSharedLimits, toCallsText } from "#concurrency/limits.ts";
import { listJudged, type Judged } from "#judged.ts";
import type { DecidedFact } from "#call/event.ts";
import type { TargetTrial } from "./check-target.ts";
import { settingAside, targetRules, type TargetRule } from "./target-rules.ts";

/** What other calls take up; a row is asked for nothing else. */
const takenUp = ["cap-full", "concurrency-full", "rate-full"] as const;

/** A limit that leaves no room for a call more, and whose it is. */
export type FullLimit = {
  kind: (typeof takenUp)[number];
  owner: { scope: CapScope; name: string };
  /** "5 of 5 calls at once". */
  text: string;
  /** Epoch ms at which it counts anew; null where only a call, or a person, changes it. */
  until: number | null;
  /** On whose clock it counts; null where it counts by none. */
  timeZone: string | null;
};

/** A row, the first of the limits over it that leaves no room, and the calls at once of its group where those are limited. */
export type RowRoom = {
  row: PlanRow;
  full: FullLimit | null;
  group: { inUse: number; limit: number } | null;
};

const isAside = (rule: TargetRule): boolean => takenUp.every((each) => each !== rule);

const toRowForAll = (row: PlanRow): PlanRow => {
  const asides = targetRules.filter(isAside);
  const { protection: _, ...left } = asides.reduce((each, rule) => settingAside[rule](each), row);
  return { ...left, enabled: true };
};

const asked = ["attestations", "repeats", "strategies", "expectations"] as const;

/**
 * The campaign with nothing left that keeps calls from its rows but what other calls have taken up. Nobody rings beside
 * another: what a neighbour would take is not taken up yet.
 */
export const toCampaignForAll = (campaign: CampaignBook): CampaignBook => {
  const { groups } = campaign;
  const left: CampaignBook = {
    ...campaign,
    ...(groups && { groups: groups.map((each) => ({ ...each, enabled: true, strategy: "weighted" })) }),
    status: "active",
    rows: campaign.rows.map(toRowForAll),
    fallback: null,
  };
  for (const name of asked) delete left[name];
  return left;
};

const toCapFull = ({ caps, full, at }: Judged): FullLimit | null => {
  const counted = caps.find(({ cap, need }) => isFull(cap, cap.used, need));
  if (counted === undefined || full === undefined) return null;
  const { owner, timeZone, cap } = counted;
  return {
    kind: "cap-full",
    owner,
    text: full.text,
    until: toPeriod(cap.period, timeZone, at).end,
    timeZone,
  };
};

const toBusy = (
  campaign: CampaignBook,
  judged: Judged,
  shared: readonly number[] | undefined,
): FullLimit | null => {
  const { plan, at, inUse } = judged;
  const full = findFullLimit(campaign, plan, { at, inUse, shared });
  if (full === undefined) return null;
  const owner = full.sharedWith ?? { scope: "target" as const, name: plan.targetName };
  const text = full.limit === 0 ? "no calls in this hour" : `${toCallsText(full.inUse, full.limit)} at once`;
  return {
    kind: "concurrency-full",
    owner: { scope: owner.scope, name: owner.name },
    text,
    until: null,
    timeZone: null,
  };
};

const toTooFast = ({ plan: { rate, targetName: name } }: Judged, begun: number): FullLimit | null =>
  rate === undefined
    ? null
    : {
        kind: "rate-full",
        owner: { scope: "target", name },
        text: `${toCallsText(begun, rate.calls)} begun within a ${rate.per}`,
        until: null,
        timeZone: null,
      };

const findFull = (
  campaign: CampaignBook,
  judged: Judged,
  { decided, index }: { decided: DecidedFact; index: number },
): FullLimit | null => {
  if (judged.reason === "cap-full") return toCapFull(judged);
  if (judged.reason === "concurrency-full") return toBusy(campaign, judged, decided.sharedInUse?.[index]);
  return judged.reason === "rate-full" ? toTooFast(judged, decided.rateUsed?.[index] ?? 0) : null;
};

const toGroupCalls = (
  campaign: CampaignBook,
  row: PlanRow,
  shared: readonly number[] | undefined,
): RowRoom["group"] => {
  const limits = listSharedLimits(campaign, row);
  const place = limits.findIndex(({ scope }) => scope === "target-group");
  const found = limits[place];
  return found === undefined ? null : { inUse: shared?.[place] ?? 0, limit: found.limit };
};

/**
 * What of the rows' targets is taken up, row by row in plan order, by the decision of a trial of `toCampaignForAll`.
 * Law: a row has a full limit exactly when the engine passes it over for one.
 */
export const listRoom = ({ campaign, decided, at, arrived }: TargetTrial): RowRoom[] =>
  listJudged({ campaign, decided, at, arrived }).map((judged, index) => ({
    row: judged.plan,
    full: findFull(campaign, judged, { decided, index }),
    group: toGroupCalls(campaign, judged.plan, decided.sharedInUse?.[index]),
  }));
