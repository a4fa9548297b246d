import { createTargetBody, type Target } from "@ccp/contract";
import { z } from "zod";
import { toTypedCaps, typedCaps } from "#lib/typed-caps.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { moneyText, numberText, toTypedMoney, toTypedNumber } from "#lib/typed-fields.ts";

const { shape } = createTargetBody;

/** What the settings of a target hold, as it is typed. */
export const targetForm = createTargetBody.pick({ name: true, destination: true }).extend({
  buyerId: numberText(shape.buyerId),
  revenueMicros: moneyText(shape.revenueMicros),
  revenueAfterSeconds: numberText(shape.revenueAfterSeconds.unwrap()),
  caps: typedCaps,
  concurrencyMax: numberText(shape.concurrencyMax),
  ringTimeoutSeconds: z.null().or(numberText(shape.ringTimeoutSeconds.unwrap().unwrap())),
});

export type TargetValues = z.input<typeof targetForm>;
export type TargetBody = z.output<typeof targetForm>;

/** Hours are kept apart, on a tab of their own. */
export const targetHoursForm = createTargetBody
  .pick({ hours: true })
  .extend({ timeZone: shape.timeZone.unwrap() })
  .required();

export const toNewTarget = (buyerId: string): TargetValues => ({
  name: "",
  buyerId,
  destination: { kind: "phone", address: "" },
  revenueMicros: "0.00",
  revenueAfterSeconds: "0",
  caps: toTypedCaps([]),
  concurrencyMax: "",
  ringTimeoutSeconds: null,
});

export const toTargetValues = (target: Target): TargetValues => ({
  name: target.name,
  buyerId: String(target.buyer.id),
  destination: { kind: target.destination.kind, address: formatPhone(target.destination.address) },
  revenueMicros: toTypedMoney(target.revenueMicros),
  revenueAfterSeconds: String(target.revenueAfterSeconds),
  caps: toTypedCaps(target.caps),
  concurrencyMax: toTypedNumber(target.concurrencyMax),
  ringTimeoutSeconds: target.ringTimeoutSeconds === null ? null : String(target.ringTimeoutSeconds),
});
