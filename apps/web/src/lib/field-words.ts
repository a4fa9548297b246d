import {
  toCapsText,
  toHoursSummary,
  toPayoutRulesText,
  toPayoutText,
  toProtectionText,
  toRepeatsText,
  toRevenueText,
  expectation,
  type Payout,
  type PayoutRule,
  type Revenue,
} from "@ccp/contract";
import {
  callFilter,
  caps,
  concurrencyGrid,
  describeFilter,
  payoutCaps,
  type FilterNames,
  type Protection,
  type RepeatRules,
} from "@ccp/engine";
import { speakDuration } from "./format-duration.ts";
import { formatMoney } from "./format-money.ts";
import { formatPhone } from "./format-phone.ts";
import { formatExactTime } from "./format-time.ts";
import { isHours } from "./hours-text.ts";
import { typedCaps, typedPayoutCaps } from "./typed-caps.ts";
import { speakExpectation } from "./typed-expectation.ts";
import { toGridText, toTypedGrid, typedGrid } from "./typed-grid.ts";
import { typedFilter } from "./typed-filter.ts";

/** Names of fields where taking their key apart would not say it. */
const labels: Record<string, string> = {
  attestations: "Attestations taken",
  billing: "The buyer pays",
  apology: "What the caller hears when nobody answers",
  authToken: "Auth token",
  buyerId: "Buyer",
  callerId: "Caller ID shown",
  campaignId: "Campaign",
  carrierAccountId: "Carrier account",
  concurrencyGrid: "Calls at once by the hour",
  concurrencyMax: "Calls at once",
  expectation: "Expected revenue",
  expiresAt: "Expires",
  filter: "Filters",
  decisionTimeoutSeconds: "Time to connect",
  dialAttemptsMax: "Dial attempts",
  dialCountries: "Countries we dial",
  items: "Targets",
  fallbackAnswer: "When nobody takes the call",
  fallbackTargetId: "Fallback target",
  highRiskPrefixes: "High-risk numbers we dial",
  payoutMicros: "Payout",
  payoutRules: "Payout rules",
  payouts: "Publishers' own terms",
  planId: "Plan",
  publisherId: "Publisher",
  recoveryMax: "Revenue recovery",
  repeats: "Repeat callers",
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
  concurrencyGrid: "the same in all hours",
  concurrencyMax: "no limit",
  rate: "as fast as they come",
  decisionTimeoutSeconds: "no limit",
  expiresAt: "never",
  fallbackAnswer: "the apology",
  filter: "all calls",
  hours: "always open",
  payout: "nothing",
  recoveryMax: "never",
  repeatCallers: "taken again",
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

/** Whether a value of unknown kind is a campaign's rules about repeats, and whether it is a target's or a buyer's. */
const isRepeats = (value: Record<string, unknown>): value is RepeatRules => isRecord(value["returning"]);

const isProtection = (value: Record<string, unknown>): value is Protection =>
  isRecord(value["window"]) && typeof value["after"] === "string";
const isPayoutRule = (value: Record<string, unknown>): value is PayoutRule =>
  isRecord(value["payout"]) && "filter" in value && "hours" in value;

/** What a rule pays and when: "Evenings: $18.00 a call after 60 s, hours Mon-Fri 17:00-22:00". */
const describeRule = (rule: PayoutRule, setting: Setting): string => {
  const conditions = (["hours", "filter"] as const).flatMap((key) =>
    rule[key] === null
      ? []
      : [`${toFieldLabel(key).toLowerCase()} ${describeValue(key, rule[key], setting)}`],
  );
  const paid = toPayoutRulesText([rule], (micros) => formatMoney(micros, setting.currency));
  return [paid, ...conditions].join(", ");
};

/** Whether a value of unknown kind says when a buyer pays. */
const isBilling = (value: Record<string, unknown>): boolean =>
  value["kind"] === "postpaid" || value["kind"] === "prepaid";

const describeBilling = (value: Record<string, unknown>, setting: Setting): string => {
  if (value["kind"] === "postpaid") return "afterwards";
  const credit = describeValue("creditLimitMicros", value["creditLimitMicros"], setting);
  return `in advance, credit ${credit}, ${value["mode"] === "strict" ? "strict" : "at conversion"}`;
};

const describeRecord = (value: Record<string, unknown>, setting: Setting): string => {
  if (isHours(value)) return toHoursSummary(value);
  const toMoney = (micros: string): string => formatMoney(micros, setting.currency);
  if (isPayoutRule(value)) return describeRule(value, setting);
  if (isBilling(value)) return describeBilling(value, setting);
  if (isPayout(value)) return toPayoutText(value, toMoney);
  if (isRevenue(value)) return toRevenueText(value, toMoney);
  if (isRepeats(value)) return toRepeatsText(value);
  if (isProtection(value)) return toProtectionText(value);
  const expected = expectation.safeParse(value);
  if (expected.success) return speakExpectation(expected.data);
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
const describeCaps = (value: unknown, { currency }: Setting): string => {
  const read = caps.or(payoutCaps).or(typedCaps).or(typedPayoutCaps).safeParse(value);
  if (!read.success || read.data.length === 0) return "none";
  return toCapsText(read.data, (micros) => formatMoney(micros, currency));
};

/** Calls at once by the hour as the API has them, or as they are typed. */
const describeGrid = (value: unknown): string => {
  const stored = concurrencyGrid.safeParse(value);
  const read = stored.success ? stored : typedGrid.safeParse(value);
  return read.success ? toGridText(toTypedGrid(read.data)) : "not filled in";
};

/** "3 calls a minute" of what is stored, or typed. */
const describeRate = (value: unknown): string =>
  isRecord(value) ? `${String(value["calls"])} calls a ${String(value["per"])}` : "not filled in";

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

/** The fields whose value has a shape, and so words, of its own. */
const ownWords: Record<string, (value: unknown, setting: Setting) => string> = {
  caps: describeCaps,
  concurrencyGrid: describeGrid,
  rate: describeRate,
  filter: (value) => describeFilterValue(value, {}),
};

const describeList = (key: string, items: unknown[], setting: Setting): string =>
  items.length === 0 ? "none" : items.map((item) => describeValue(key, item, setting)).join("; ");

/** A field's value as the API gives it, in words; amounts in the account's currency, times in its zone. */
export const describeValue = (key: string, value: unknown, setting: Setting): string => {
  if (isNothing(value)) return emptyWords[key] ?? "none";
  const describeOwn = ownWords[key];
  if (describeOwn !== undefined) return describeOwn(value, setting);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return describeList(key, value, setting);
  if (isRecord(value)) return describeRecord(value, setting);
  if (typeof value === "string" || typeof value === "number") return describeScalar(key, value, setting);
  return JSON.stringify(value);
};
