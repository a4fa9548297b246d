import { createCampaignBody, type Campaign, type VerticalTemplate } from "@ccp/contract";
import type { z } from "zod";
import { choiceText, numberText, toTypedNumber } from "#lib/typed-fields.ts";
import { payoutText, toPayoutValues } from "./payout/payout-form.ts";

const { shape } = createCampaignBody;

/** A campaign as it is typed; its status and plan are changed in places of their own. */
export const campaignForm = createCampaignBody
  .omit({ status: true, planId: true })
  .extend({
    dialAttemptsMax: numberText(shape.dialAttemptsMax.unwrap()),
    recoveryMax: numberText(shape.recoveryMax.unwrap()),
    ringTimeoutSeconds: numberText(shape.ringTimeoutSeconds.unwrap()),
    timeLimitSeconds: numberText(shape.timeLimitSeconds.unwrap()),
    payout: payoutText,
    fallbackTargetId: choiceText(shape.fallbackTargetId.unwrap()),
    attestations: shape.attestations.unwrap(),
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
  ringTimeoutSeconds: toTypedNumber(campaign.ringTimeoutSeconds),
  timeLimitSeconds: toTypedNumber(campaign.timeLimitSeconds),
  recording: campaign.recording,
  callerId: campaign.callerId,
  apology: campaign.apology,
  payout: toPayoutValues(campaign.payout),
  fallbackTargetId: campaign.fallbackTarget?.id ?? "",
  attestations: campaign.attestations,
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
  ringTimeoutSeconds: toTypedNumber(terms.ringTimeoutSeconds),
  timeLimitSeconds: toTypedNumber(terms.timeLimitSeconds),
  recording: terms.recording,
  callerId: shape.callerId.parse(undefined),
  apology,
  payout: toPayoutValues(terms.payout),
  fallbackTargetId: "",
  attestations: null,
});
