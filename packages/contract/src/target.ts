import { callFilter, caps, concurrencyGrid, hours, protection, rate, timeZone } from "@ccp/engine";
import { z } from "zod";
import {
  name,
  phoneInput,
  serialId,
  serialIdText,
  serialRef,
  settableStatus,
  status,
  time,
  uuid,
  version,
} from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { nounQuery, page, sortOf } from "./page.ts";
import { revenue } from "./revenue.ts";

const sipAddress = z
  .string()
  .trim()
  .max(255)
  .regex(
    /^sips?:[\w.!~*'()+%-]{1,64}@[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?(?:;[\w.=+-]+)*$/i,
    "Give a SIP address, such as sip:sales@pbx.example.com.",
  );

export const destinationInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("phone"), address: phoneInput }),
  z.strictObject({ kind: z.literal("sip"), address: sipAddress }),
]);

export const destination = z.strictObject({ kind: z.enum(["phone", "sip"]), address: z.string() });

const fields = {
  buyerId: serialId,
  name,
  status: settableStatus,
  destination: destinationInput,
  /** So many calls, or so much revenue, in each period, one cap for each of them; in the time zone of its hours. */
  caps,
  concurrencyMax: z.number().int().min(1).max(10_000).nullable(),
  /** Calls at once by the hour of its own clock, besides that number: 0 for none, null for any; null as a whole: the same in all. */
  concurrencyGrid: concurrencyGrid.nullable(),
  /** How many calls are begun within a second or a minute; null: as many as come. */
  rate: rate.nullable(),
  ringTimeoutSeconds: z.number().int().min(5).max(300).nullable(),
  revenue,
  /** When the target takes calls; null: always. */
  hours: hours.nullable(),
  /** Which calls it takes, by their tags; null: all. */
  filter: callFilter.nullable(),
  /** Callers whom it does not take again once it was connected with them, or they converted; null: it takes all. */
  repeatCallers: protection.nullable(),
  /** On whose clock its hours and the times of its filter are read and its caps begin anew; null: the account's zone. */
  timeZone: timeZone.nullable(),
};

export const createTargetBody = z.strictObject({
  ...fields,
  status: fields.status.default("active"),
  caps: fields.caps.default([]),
  concurrencyMax: fields.concurrencyMax.default(null),
  concurrencyGrid: fields.concurrencyGrid.optional(),
  rate: fields.rate.optional(),
  ringTimeoutSeconds: fields.ringTimeoutSeconds.default(null),
  revenue: fields.revenue.default({ kind: "fixed", micros: "0", conversion: { kind: "connected" } }),
  hours: fields.hours.default(null),
  filter: fields.filter.default(null),
  repeatCallers: fields.repeatCallers.default(null),
  timeZone: fields.timeZone.default(null),
});

export type CreateTarget = z.infer<typeof createTargetBody>;

export const updateTargetBody = z.strictObject({ ...fields, version }).partial();

export type UpdateTarget = z.infer<typeof updateTargetBody>;

export const listTargetsQuery = z.strictObject({
  ...nounQuery,
  sort: sortOf(["name", "status", "buyer", "revenue", "createdAt", "updatedAt"]).default("name"),
  buyerId: filterOf(serialIdText).optional(),
});

export type ListTargetsQuery = z.infer<typeof listTargetsQuery>;

export const target = z.strictObject({
  id: uuid,
  buyer: serialRef,
  name: z.string(),
  status,
  destination,
  /** Why the account's permissions keep the destination from being dialled, after "because"; null where they do not. */
  barred: z.string().nullable(),
  caps,
  concurrencyMax: z.number().nullable(),
  concurrencyGrid: fields.concurrencyGrid,
  rate: fields.rate,
  ringTimeoutSeconds: z.number().nullable(),
  revenue,
  hours: fields.hours,
  filter: fields.filter,
  /** What the value lists, campaigns and publishers in its filter are called, by id. */
  filterNames: z.record(z.string(), z.string()),
  repeatCallers: fields.repeatCallers,
  timeZone: z.string().nullable(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Target = z.infer<typeof target>;

export const targetPage = page(target);
