import { planTargetInput } from "@ccp/contract";
import { z } from "zod";
import { revenueText, toRevenueValues } from "#components/revenue/revenue-form.ts";
import { toTypedFilter, typedFilter } from "#lib/typed-filter.ts";
import { numberText } from "#lib/typed-fields.ts";
import type { Overrides } from "./plan.ts";

const { shape } = planTargetInput;

/** What a row says instead of its targets, as it is typed; null: what each of them says. */
export const overrideForm = z.strictObject({
  revenue: z.null().or(revenueText),
  hours: shape.hours.unwrap(),
  ringTimeoutSeconds: z.null().or(numberText(shape.ringTimeoutSeconds.unwrap().unwrap())),
  dialAttemptsMax: numberText(shape.dialAttemptsMax.unwrap()),
  filter: typedFilter,
  concurrencyMax: z.null().or(numberText(shape.concurrencyMax.unwrap().unwrap())),
});

export type OverrideValues = z.input<typeof overrideForm>;

export type OverrideTerms = z.output<typeof overrideForm>;

export const toOverrideValues = ({
  revenue,
  hours,
  ringTimeoutSeconds,
  dialAttemptsMax,
  filter,
  concurrencyMax,
}: Omit<Overrides, "skills">): OverrideValues => ({
  revenue: revenue === null ? null : toRevenueValues(revenue),
  hours,
  ringTimeoutSeconds: ringTimeoutSeconds === null ? null : String(ringTimeoutSeconds),
  dialAttemptsMax: String(dialAttemptsMax),
  filter: toTypedFilter(filter),
  concurrencyMax: concurrencyMax === null ? null : String(concurrencyMax),
});
