import {
  toCapsText,
  toHoursSummary,
  toPayoutText,
  toRevenueText,
  type Payout,
  type Revenue,
} from "@ccp/contract";
import { callFilter, caps, describeFilter, type FilterNames } from "@ccp/engine";
import { speakDuration } from "./format-duration.ts";
import { formatMoney } from "./format-money.ts";
import { formatPhone } from "./format-phone.ts";
import { formatExactTime } from "./format-time.ts";
import { isHours } from "./hours-text.ts";
import { typedCaps } from "./typed-caps.ts";
import { typedFilter } from "./typed-filter.ts";

/** Names of fields where taking their key apart would not say it. */
const labels: Record<string, string> = {
  attestations: "Attestations taken",
  apology: "What the caller hears when nobody answers",
  authToken: "Auth token",
  buyerId: "Buyer",
  callerId: "Caller ID shown",
  campaignId: "Campaign",
  carrierAccountId: "Carrier account",
  concurrencyMax: "Calls at once",
  expiresAt: "Expires",
  filter: "Filters",
  dialAttemptsMax: "Dial attempts",
  dialCountries: "Countries we dial",
  items: "Targets",
  fallbackTargetId: "Fallback target",
  highRiskPrefixes: "High-risk numbers we dial",
  payoutMicros: "Payout",
  payouts: "Publishers' own terms",
  planId: "Plan",
  publisherId: "Publisher",
  recoveryMax: "Revenue recovery",
  ringTimeoutSeconds: "Ring time",
  timeLimitSeconds: "Longest call",
  timeZone: "Time zone",
};

const values: Record<string, Record<string, string>> = {
  attestations: { failed: "Failed", none: "None" },
  recording: { off: "Off", "from-answer": "From the answer" },
  callerId: { caller: "The caller's number", number: "The dialled number" },
  role: { owner: "Owner", admin: "Admin", manager: "Manager", analyst: "Analyst" },
  traffic: { running: "Running", paused: "Paused" },
  status: { active: "Active", paused: "Paused", archived: "Archived" },
};

/** What it means where nothing is set, unless it is just nothing. */
const emptyWords: Record<string, string> = {
  attestations: "not set here",
  concurrencyMax: "no limit",
  expiresAt: "never",
  filter: "all calls",
  hours: "always open",
  recoveryMax: "never",
  ringTimeoutSeconds: "as in the campaign",
  timeZone: "the account's",
};

/** "Ring time" for ringTimeoutSeconds, "Longest call" for timeLimitSeconds, "Own name" for ownName. */
export const toFieldLabel = (key: string): string => {
  const known = labels[key];
  if (known !== undefined) return known;
  const words = key
    .replace(/(Micros|Seconds|Max|Id)$/, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export type Setting = { currency: string; timeZone: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value of unknown kind is payout terms, which alone are due. */
const isPayout = (value: Record<string, unknown>): value is Payout => isRecord(value["due"]);

/** Whether a value of unknown kind is revenue terms; of the other nouns' kinds none is called so. */
const isRevenue = (value: Record<string, unknown>): value is Revenue =>
  value["kind"] === "fixed" || value["kind"] === "per-minute" || value["kind"] === "tiers";

const describeRecord = (value: Record<string, unknown>, setting: Setting): string => {
  if (isHours(value)) return toHoursSummary(value);
  const toMoney = (micros: string): string => formatMoney(micros, setting.currency);
  if (isPayout(value)) return toPayoutText(value, toMoney);
  if (isRevenue(value)) return toRevenueText(value, toMoney);
  if (typeof value["name"] === "string") return value["name"];
  if (typeof value["address"] === "string") return formatPhone(value["address"]);
  return Object.entries(value)
    .map(([key, part]) => `${toFieldLabel(key).toLowerCase()} ${describeValue(key, part, setting)}`)
    .join(", ");
};

const describeScalar = (key: string, value: string | number, setting: Setting): string => {
  const text = String(value);
  if (key.endsWith("Micros") && /^-?\d+$/.test(text)) return formatMoney(text, setting.currency);
  if (key.endsWith("Seconds") && typeof value === "number") return speakDuration(value);
  if (key.endsWith("At") && !Number.isNaN(Date.parse(text))) {
    return formatExactTime(Date.parse(text), setting.timeZone);
  }
  return values[key]?.[text] ?? formatPhone(text);
};

/** Caps as the API has them, or as they are typed. */
const describeCaps = (value: unknown): string => {
  const read = caps.or(typedCaps).safeParse(value);
  return read.success && read.data.length > 0 ? toCapsText(read.data) : "none";
};

/** A filter as the API has it, or as it is typed; undefined where it is neither. */
export const readFilterValue = (value: unknown) =>
  callFilter.nullable().or(typedFilter).safeParse(value).data;

/** What a filter takes, with the names of what it asks for as far as they are known. */
export const describeFilterValue = (value: unknown, names: FilterNames): string => {
  const read = readFilterValue(value);
  if (read === undefined) return "not filled in";
  return read === null ? "all calls" : `only when ${describeFilter(read, names)}`;
};

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === "";

/** A field's value as the API gives it, in words; amounts in the account's currency, times in its zone. */
export const describeValue = (key: string, value: unknown, setting: Setting): string => {
  if (isNothing(value)) return emptyWords[key] ?? "none";
  if (key === "caps") return describeCaps(value);
  if (key === "filter") return describeFilterValue(value, {});
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    if (value.length === 0) return "none";
    return value.map((item: unknown) => describeValue(key, item, setting)).join("; ");
  }
  if (isRecord(value)) return describeRecord(value, setting);
  if (typeof value === "string" || typeof value === "number") return describeScalar(key, value, setting);
  return JSON.stringify(value);
};
