import { createCampaignBody, type Campaign, type VerticalTemplate } from "@ccp/contract";
import { noRepeatRules } from "@ccp/engine";
import type { z } from "zod";
import { toTypedCaps, typedCaps } from "#lib/typed-caps.ts";
import { choiceText, numberText, toTypedNumber } from "#lib/typed-fields.ts";
import { toTypedRepeats, typedRepeats } from "#lib/typed-repeat.ts";
import { fallbackText, toFallbackValues } from "./fallback-form.ts";
import { payoutText, toPayoutValues } from "./payout/payout-form.ts";

const { shape } = createCampaignBody;

/** A campaign as it is typed; its status, plan and payout rules are changed in places of their own. */
export const campaignForm = createCampaignBody
  .omit({ status: true, planId: true, payoutRules: true })
  .extend({
    dialAttemptsMax: numberText(shape.dialAttemptsMax.unwrap()),
    recoveryMax: numberText(shape.recoveryMax.unwrap()),
    caps: typedCaps,
    ringTimeoutSeconds: numberText(shape.ringTimeoutSeconds.unwrap()),
    decisionTimeoutSeconds: numberText(shape.decisionTimeoutSeconds.unwrap()),
    timeLimitSeconds: numberText(shape.timeLimitSeconds.unwrap()),
    payout: payoutText,
    fallbackTargetId: choiceText(shape.fallbackTargetId.unwrap()),
    fallbackAnswer: fallbackText,
    attestations: shape.attestations.unwrap(),
    repeats: typedRepeats,
  })
  .required();

export type CampaignValues = z.input<typeof campaignForm>;
export type CampaignBody = z.output<typeof campaignForm>;

export const toCampaignValues = (campaign: Campaign): CampaignValues => ({
  name: campaign.name,
  vertical: campaign.vertical,
  country: campaign.country,
  timeZone: campaign.timeZone,
  dialAttemptsMax: toTypedNumber(campaign.dialAttemptsMax),
  recoveryMax: toTypedNumber(campaign.recoveryMax),
  caps: toTypedCaps(campaign.caps),
  ringTimeoutSeconds: toTypedNumber(campaign.ringTimeoutSeconds),
  decisionTimeoutSeconds: toTypedNumber(campaign.decisionTimeoutSeconds),
  timeLimitSeconds: toTypedNumber(campaign.timeLimitSeconds),
  recording: campaign.recording,
  callerId: campaign.callerId,
  apology: campaign.apology,
  payout: toPayoutValues(campaign.payout),
  fallbackTargetId: campaign.fallbackTarget?.id ?? "",
  fallbackAnswer: toFallbackValues(campaign.fallbackAnswer),
  attestations: campaign.attestations,
  repeats: toTypedRepeats(campaign.repeats),
});

/** What a new campaign starts from; its day ends with the account's until somebody says otherwise. */
export const toStartValues = (
  { vertical, name, terms, apology }: VerticalTemplate,
  timeZone: string,
): CampaignValues => ({
  name,
  vertical,
  country: shape.country.parse(undefined),
  timeZone,
  dialAttemptsMax: toTypedNumber(terms.dialAttemptsMax),
  recoveryMax: "",
  caps: toTypedCaps([]),
  ringTimeoutSeconds: toTypedNumber(terms.ringTimeoutSeconds),
  decisionTimeoutSeconds: "",
  timeLimitSeconds: toTypedNumber(terms.timeLimitSeconds),
  recording: terms.recording,
  callerId: shape.callerId.parse(undefined),
  apology,
  payout: toPayoutValues(terms.payout),
  fallbackTargetId: "",
  fallbackAnswer: toFallbackValues(null),
  attestations: null,
  repeats: toTypedRepeats(noRepeatRules),
});
