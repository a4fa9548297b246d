import { unpaidTexts } from "@ccp/contract";
import { choiceField } from "#components/filters/choice-field.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { flagField } from "#components/filters/flag-field.tsx";
import { nounField } from "#components/filters/noun-field.tsx";
import { typedField } from "#components/filters/typed-field.tsx";
import { outcomeNames, statusNames } from "#components/status-badge.tsx";

const call = "Call";
const money = "Money";
const who = "Who";

/** Whole seconds, moved by one: the API's bounds belong to their range, what is over or under a figure does not. */
const toBound = (param: string, by: 1 | -1) => (value: string) => ({ [param]: String(Number(value) + by) });

/** What the call log can be narrowed to. The addresses' names are the API's own, so that its filters are addresses. */
export const callFields: readonly FilterField[] = [
  choiceField({ key: "status", param: "status", label: "Status", group: call, choices: statusNames }),
  choiceField({ key: "outcome", param: "outcome", label: "Outcome", group: call, choices: outcomeNames }),
  flagField({ key: "converted", param: "converted", label: "Converted", group: call, yes: "yes", no: "no" }),
  flagField({ key: "isDuplicate", param: "isDuplicate", label: "Repeat", group: who, yes: "yes", no: "no" }),
  choiceField({
    key: "noRevenueReason",
    param: "noRevenueReason",
    label: "Why no revenue",
    group: money,
    choices: unpaidTexts,
  }),
  choiceField({
    key: "noPayoutReason",
    param: "noPayoutReason",
    label: "Why no payout",
    group: money,
    choices: unpaidTexts,
  }),
  flagField({
    key: "hasRecording",
    param: "hasRecording",
    label: "Recording",
    group: call,
    yes: "yes",
    no: "none",
  }),
  flagField({
    key: "hasVoicemail",
    param: "hasVoicemail",
    label: "Voicemail",
    group: call,
    yes: "yes",
    no: "none",
  }),
  {
    ...typedField({
      key: "over",
      param: "connectedSecondsMin",
      label: "Connected over",
      group: call,
      placeholder: "Seconds",
      inputMode: "numeric",
      toWords: (value) => `${value} s`,
    }),
    toQuery: toBound("connectedSecondsMin", 1),
  },
  {
    ...typedField({
      key: "under",
      param: "connectedSecondsMax",
      label: "Connected under",
      group: call,
      placeholder: "Seconds",
      inputMode: "numeric",
      toWords: (value) => `${value} s`,
    }),
    toQuery: toBound("connectedSecondsMax", -1),
  },
  typedField({
    key: "id",
    param: "id",
    label: "Call id",
    group: call,
    placeholder: "The whole id",
    inputMode: "text",
    toWords: (value) => value,
  }),
  nounField({ key: "campaignId", noun: "campaignId", label: "Campaign", group: who }),
  nounField({ key: "publisherId", noun: "publisherId", label: "Publisher", group: who }),
  nounField({ key: "buyerId", noun: "buyerId", label: "Buyer", group: who }),
  nounField({ key: "targetId", noun: "targetId", label: "Target", group: who }),
  nounField({ key: "numberId", noun: "numberId", label: "Number", group: who }),
  typedField({
    key: "dialled",
    param: "dialled",
    label: "Number dialled",
    group: who,
    placeholder: "Any part of the number",
    inputMode: "tel",
    toWords: (value) => `has ${value}`,
  }),
];
