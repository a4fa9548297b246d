import { toCapsText, toHoursSummary, toRevenueText, type Revenue } from "@ccp/contract";
import { caps } from "@ccp/engine";
import { speakDuration } from "./format-duration.ts";
import { formatMoney } from "./format-money.ts";
import { formatPhone } from "./format-phone.ts";
import { formatExactTime } from "./format-time.ts";
import { isHours } from "./hours-text.ts";
import { typedCaps } from "./typed-caps.ts";

/** Names of fields where taking their key apart would not say it. */
const labels: Record<string, string> = {
  apology: "What the caller hears when nobody answers",
  authToken: "Auth token",
  buyerId: "Buyer",
  callerId: "Caller ID shown",
  campaignId: "Campaign",
  carrierAccountId: "Carrier account",
  concurrencyMax: "Calls at once",
  expiresAt: "Expires",
  dialAttemptsMax: "Dial attempts",
  items: "Targets",
  fallbackTargetId: "Fallback target",
  payoutAfterSeconds: "Payout after",
  payoutMicros: "Payout",
  planId: "Plan",
  publisherId: "Publisher",
  recoveryMax: "Revenue recovery",
  ringTimeoutSeconds: "Ring time",
  timeLimitSeconds: "Longest call",
  timeZone: "Time zone",
};

const values: Record<string, Record<string, string>> = {
  recording: { off: "Off", "from-answer": "From the answer" },
  callerId: { caller: "The caller's number", number: "The dialled number" },
  role: { owner: "Owner", admin: "Admin", manager: "Manager", analyst: "Analyst" },
  traffic: { running: "Running", paused: "Paused" },
  status: { active: "Active", paused: "Paused", archived: "Archived" },
};

/** What it means where nothing is set, unless it is just nothing. */
const emptyWords: Record<string, string> = {
  concurrencyMax: "no limit",
  expiresAt: "never",
  hours: "always open",
  recoveryMax: "never",
  ringTimeoutSeconds: "as in the campaign",
  timeZone: "the account's",
};

/** "Ring time" for ringTimeoutSeconds, "Payout after" for payoutAfterSeconds, "Own name" for ownName. */
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

/** Whether a value of unknown kind is revenue terms; of the other nouns' kinds none is called so. */
const isRevenue = (value: Record<string, unknown>): value is Revenue =>
  value["kind"] === "fixed" || value["kind"] === "per-minute" || value["kind"] === "tiers";

const describeRecord = (value: Record<string, unknown>, setting: Setting): string => {
  if (isHours(value)) return toHoursSummary(value);
  if (isRevenue(value)) return toRevenueText(value, (micros) => formatMoney(micros, setting.currency));
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

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === "";

/** A field's value as the API gives it, in words; amounts in the account's currency, times in its zone. */
export const describeValue = (key: string, value: unknown, setting: Setting): string => {
  if (isNothing(value)) return emptyWords[key] ?? "none";
  if (key === "caps") return describeCaps(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    if (value.length === 0) return "none";
    return value.map((item: unknown) => describeValue(key, item, setting)).join("; ");
  }
  if (isRecord(value)) return describeRecord(value, setting);
  if (typeof value === "string" || typeof value === "number") return describeScalar(key, value, setting);
  return JSON.stringify(value);
};
