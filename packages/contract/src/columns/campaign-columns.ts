import { toAmountText, toMicros } from "@ccp/engine";
import { toAttestationsText } from "#attestation-text.ts";
import type { Campaign } from "#campaign.ts";
import { toPayoutRulesText, toPayoutText } from "#payout-text.ts";
import { toFallbackText } from "#fallback-text.ts";
import { toRepeatsText } from "#repeat-text.ts";
import type { Column } from "./column.ts";
import { figureColumns, type WithFigures } from "./figure-columns.ts";
import { capsColumn } from "./limit-columns.ts";
import { recordColumns, toNameColumns } from "./record-columns.ts";
import { verticals } from "#vertical.ts";

export const campaignColumns: readonly Column<WithFigures<Campaign>>[] = [
  ...toNameColumns("campaign"),
  {
    id: "vertical",
    header: "Vertical",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "vertical",
    toCell: ({ vertical }) => ({
      kind: "text",
      text: verticals.find(({ id }) => id === vertical)?.label ?? vertical,
    }),
  },
  {
    id: "country",
    header: "Country",
    group: "General",
    isDefault: false,
    isNumeric: false,
    toCell: ({ country }) => ({ kind: "text", text: country }),
  },
  {
    id: "timeZone",
    header: "Time zone",
    group: "General",
    isDefault: false,
    isNumeric: false,
    toCell: ({ timeZone }) => ({ kind: "text", text: timeZone }),
  },
  {
    id: "attestations",
    header: "Attestations taken",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ attestations }) => ({
      kind: "text",
      text: attestations === null ? "As in the account" : toAttestationsText(attestations),
    }),
  },
  {
    id: "repeats",
    header: "Repeat callers",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ repeats }) => ({ kind: "text", text: toRepeatsText(repeats) }),
  },
  {
    id: "plan",
    header: "Plan",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ plan }) => ({ kind: "noun", noun: "plan", ...plan }),
  },
  {
    id: "targetCount",
    header: "Targets",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ targetCount }) => ({ kind: "count", value: targetCount }),
  },
  {
    id: "fallbackTarget",
    header: "Fallback",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ fallbackTarget }) =>
      fallbackTarget === null ? { kind: "none" } : { kind: "noun", noun: "target", ...fallbackTarget },
  },
  {
    id: "fallbackAnswer",
    header: "When nobody takes it",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ fallbackAnswer }) => ({ kind: "text", text: toFallbackText(fallbackAnswer) }),
  },
  {
    id: "dialAttemptsMax",
    header: "Dial attempts",
    group: "Routing",
    isDefault: false,
    isNumeric: true,
    toCell: ({ dialAttemptsMax }) => ({ kind: "count", value: dialAttemptsMax }),
  },
  {
    id: "recoveryMax",
    header: "Recoveries",
    group: "Routing",
    isDefault: false,
    isNumeric: true,
    toCell: ({ recoveryMax }) =>
      recoveryMax === null ? { kind: "none" } : { kind: "count", value: recoveryMax },
  },
  {
    id: "ringTimeout",
    header: "Ring time",
    group: "Routing",
    isDefault: false,
    isNumeric: true,
    toCell: ({ ringTimeoutSeconds }) => ({ kind: "duration", seconds: ringTimeoutSeconds }),
  },
  {
    id: "decisionTimeout",
    header: "Time to connect",
    group: "Routing",
    isDefault: false,
    isNumeric: true,
    toCell: ({ decisionTimeoutSeconds }) =>
      decisionTimeoutSeconds === null
        ? { kind: "none" }
        : { kind: "duration", seconds: decisionTimeoutSeconds },
  },
  {
    id: "timeLimit",
    header: "Longest call",
    group: "Routing",
    isDefault: false,
    isNumeric: true,
    toCell: ({ timeLimitSeconds }) => ({ kind: "duration", seconds: timeLimitSeconds }),
  },
  {
    id: "recording",
    header: "Recording",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ recording }) => ({ kind: "flag", isSet: recording !== "off" }),
  },
  {
    id: "numberCount",
    header: "Numbers",
    group: "Traffic",
    isDefault: true,
    isNumeric: true,
    toCell: ({ numberCount }) => ({ kind: "count", value: numberCount }),
  },
  {
    id: "payoutTerms",
    header: "Payout terms",
    group: "Terms",
    isDefault: true,
    isNumeric: false,
    sort: "payout",
    toCell: ({ payout }) => ({
      kind: "text",
      text: toPayoutText(payout, (micros) => toAmountText(toMicros(micros))),
    }),
  },
  {
    id: "payoutRules",
    header: "Payout rules",
    group: "Terms",
    isDefault: false,
    isNumeric: false,
    toCell: (campaign) => ({
      kind: "text",
      text: toPayoutRulesText(campaign.payoutRules, (micros) => toAmountText(toMicros(micros))),
    }),
  },
  {
    id: "payoutPerCall",
    header: "Payout per call",
    group: "Terms",
    isDefault: false,
    isNumeric: true,
    toCell: ({ payout }) => ({
      kind: "money",
      micros: payout?.kind === "fixed" ? payout.micros : null,
      currency: null,
    }),
  },
  capsColumn,
  ...figureColumns,
  ...recordColumns,
];
