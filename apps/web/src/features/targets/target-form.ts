import { createTargetBody, type Target } from "@ccp/contract";
import { z } from "zod";
import { toTypedCaps, typedCaps } from "#lib/typed-caps.ts";
import { toTypedFilter, typedFilter } from "#lib/typed-filter.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { numberText, toTypedNumber } from "#lib/typed-fields.ts";
import { newRevenue, revenueText, toRevenueValues } from "#components/revenue/revenue-form.ts";

const { shape } = createTargetBody;

/** What the settings of a target hold, as it is typed. */
export const targetForm = createTargetBody.pick({ name: true, destination: true }).extend({
  buyerId: numberText(shape.buyerId),
  revenue: revenueText,
  filter: typedFilter,
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
  revenue: newRevenue,
  filter: toTypedFilter(null),
  caps: toTypedCaps([]),
  concurrencyMax: "",
  ringTimeoutSeconds: null,
});

export const toTargetValues = (target: Target): TargetValues => ({
  name: target.name,
  buyerId: String(target.buyer.id),
  destination: { kind: target.destination.kind, address: formatPhone(target.destination.address) },
  revenue: toRevenueValues(target.revenue),
  filter: toTypedFilter(target.filter),
  caps: toTypedCaps(target.caps),
  concurrencyMax: toTypedNumber(target.concurrencyMax),
  ringTimeoutSeconds: target.ringTimeoutSeconds === null ? null : String(target.ringTimeoutSeconds),
});
