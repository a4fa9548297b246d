import { z } from "zod";
import {
  name,
  phoneInput,
  price,
  serialId,
  serialIdText,
  serialRef,
  settableStatus,
  status,
  time,
  uuid,
} from "./fields.ts";
import { nounQuery, page } from "./page.ts";

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
  concurrencyMax: z.number().int().min(1).max(10_000).nullable(),
  ringTimeoutSeconds: z.number().int().min(5).max(300).nullable(),
  revenueMicros: price,
  revenueAfterSeconds: z.number().int().min(0).max(14_400),
};

export const createTargetBody = z.strictObject({
  ...fields,
  status: fields.status.default("active"),
  concurrencyMax: fields.concurrencyMax.default(null),
  ringTimeoutSeconds: fields.ringTimeoutSeconds.default(null),
  revenueMicros: fields.revenueMicros.default("0"),
  revenueAfterSeconds: fields.revenueAfterSeconds.default(0),
});

export type CreateTarget = z.infer<typeof createTargetBody>;

export const updateTargetBody = z.strictObject(fields).partial();

export type UpdateTarget = z.infer<typeof updateTargetBody>;

export const listTargetsQuery = z.strictObject({ ...nounQuery, buyerId: serialIdText.optional() });

export const target = z.strictObject({
  id: uuid,
  buyer: serialRef,
  name: z.string(),
  status,
  destination,
  concurrencyMax: z.number().nullable(),
  ringTimeoutSeconds: z.number().nullable(),
  revenueMicros: price,
  revenueAfterSeconds: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Target = z.infer<typeof target>;

export const targetPage = page(target);
