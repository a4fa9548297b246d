import { createTargetBody, type Target } from "@ccp/contract";
import { rate } from "@ccp/engine";
import { z } from "zod";
import { toTypedCaps, typedCaps } from "#lib/typed-caps.ts";
import { toTypedFilter, typedFilter } from "#lib/typed-filter.ts";
import { toTypedGrid, typedGrid } from "#lib/typed-grid.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { numberText, toTypedNumber } from "#lib/typed-fields.ts";
import { toTypedProtection, typedProtection } from "#lib/typed-repeat.ts";
import { newRevenue, revenueText, toRevenueValues } from "#components/revenue/revenue-form.ts";

const { shape } = createTargetBody;

/** What the settings of a target hold, as it is typed. */
export const targetForm = createTargetBody.pick({ name: true, destination: true }).extend({
  buyerId: numberText(shape.buyerId),
  revenue: revenueText,
  filter: typedFilter,
  repeatCallers: typedProtection,
  caps: typedCaps,
  concurrencyMax: numberText(shape.concurrencyMax),
  concurrencyGrid: typedGrid,
  rate: z.null().or(z.strictObject({ calls: numberText(rate.shape.calls), per: rate.shape.per })),
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
  repeatCallers: toTypedProtection(null),
  caps: toTypedCaps([]),
  concurrencyMax: "",
  concurrencyGrid: null,
  rate: null,
  ringTimeoutSeconds: null,
});

export const toTargetValues = (target: Target): TargetValues => ({
  name: target.name,
  buyerId: String(target.buyer.id),
  destination: { kind: target.destination.kind, address: formatPhone(target.destination.address) },
  revenue: toRevenueValues(target.revenue),
  filter: toTypedFilter(target.filter),
  repeatCallers: toTypedProtection(target.repeatCallers),
  caps: toTypedCaps(target.caps),
  concurrencyMax: toTypedNumber(target.concurrencyMax),
  concurrencyGrid: toTypedGrid(target.concurrencyGrid),
  rate: target.rate && { calls: String(target.rate.calls), per: target.rate.per },
  ringTimeoutSeconds: target.ringTimeoutSeconds === null ? null : String(target.ringTimeoutSeconds),
});
