import { createNumberBody, type NumberResource } from "@ccp/contract";
import type { z } from "zod";
import { choiceText, numberText } from "#lib/typed-fields.ts";

const { shape } = createNumberBody;

/** What the settings of a number hold: the number itself and its carrier account stay what they are. */
export const numberForm = createNumberBody
  .pick({ label: true })
  .required()
  .extend({
    campaignId: choiceText(shape.campaignId),
    publisherId: choiceText(shape.publisherId),
  });

export type NumberValues = z.input<typeof numberForm>;

export const newNumberForm = numberForm.extend({
  number: shape.number,
  carrierAccountId: numberText(shape.carrierAccountId),
});

export type NewNumberValues = z.input<typeof newNumberForm>;

export const toNumberValues = ({ label, campaign, publisher }: NumberResource): NumberValues => ({
  label,
  campaignId: campaign?.id ?? "",
  publisherId: publisher?.id ?? "",
});
