import { planTargetInput } from "@ccp/contract";
import { z } from "zod";
import { revenueText, toRevenueValues } from "#components/revenue/revenue-form.ts";
import { numberText } from "#lib/typed-fields.ts";
import type { Overrides } from "./plan.ts";

const { shape } = planTargetInput;

/** What a row says instead of its targets, as it is typed; null: what each of them says. */
export const overrideForm = z.strictObject({
  revenue: z.null().or(revenueText),
  hours: shape.hours.unwrap(),
  ringTimeoutSeconds: z.null().or(numberText(shape.ringTimeoutSeconds.unwrap().unwrap())),
  dialAttemptsMax: numberText(shape.dialAttemptsMax.unwrap()),
});

export type OverrideValues = z.input<typeof overrideForm>;

export const toOverrideValues = ({
  revenue,
  hours,
  ringTimeoutSeconds,
  dialAttemptsMax,
}: Pick<Overrides, "revenue" | "hours" | "ringTimeoutSeconds" | "dialAttemptsMax">): OverrideValues => ({
  revenue: revenue === null ? null : toRevenueValues(revenue),
  hours,
  ringTimeoutSeconds: ringTimeoutSeconds === null ? null : String(ringTimeoutSeconds),
  dialAttemptsMax: String(dialAttemptsMax),
});
