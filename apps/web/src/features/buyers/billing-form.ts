import { billing, createBuyerBody, type Billing, type Buyer } from "@ccp/contract";
import { z } from "zod";
import { toTypedCaps, typedCaps } from "#lib/typed-caps.ts";
import { moneyText, numberText, toTypedMoney, toTypedNumber } from "#lib/typed-fields.ts";
import { toTypedProtection, typedProtection } from "#lib/typed-repeat.ts";

const [postpaid, prepaid] = billing.options;

/** The fields of both kinds side by side, so that none is lost while somebody tries the other. */
const typed = z.object({ creditLimitMicros: z.string(), mode: prepaid.shape.mode });

const typedBilling = z.discriminatedUnion("kind", [
  typed.extend({ kind: postpaid.shape.kind }).transform(({ kind }): Billing => ({ kind })),
  typed.extend({
    kind: prepaid.shape.kind,
    creditLimitMicros: moneyText(prepaid.shape.creditLimitMicros),
  }),
]);

const { shape } = createBuyerBody;

export const buyerSettings = z.object({
  name: shape.name,
  billing: typedBilling,
  caps: typedCaps,
  concurrencyMax: numberText(shape.concurrencyMax.unwrap()),
  repeatCallers: typedProtection,
});

type BuyerSettingsValues = z.input<typeof buyerSettings>;

export const toBuyerSettings = ({
  name,
  billing: own,
  caps,
  concurrencyMax,
  repeatCallers,
}: Buyer): BuyerSettingsValues => ({
  name,
  caps: toTypedCaps(caps),
  concurrencyMax: toTypedNumber(concurrencyMax),
  billing:
    own.kind === "postpaid"
      ? { kind: own.kind, creditLimitMicros: "0.00", mode: "strict" }
      : { ...own, creditLimitMicros: toTypedMoney(own.creditLimitMicros) },
  repeatCallers: toTypedProtection(repeatCallers),
});
