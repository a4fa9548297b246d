import { caps, hours } from "@ccp/engine";
import { z } from "zod";
import { name, serialId, settableStatus, status, time, uuid, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { nounQuery, page, sortOf } from "./page.ts";
import { revenue } from "./revenue.ts";
import { expectation, strategy } from "./strategy.ts";

/** Who takes the call of a plan's row or of a group, with how that target stands and what it says of itself. */
export const listedTarget = z.strictObject({
  id: uuid,
  name: z.string(),
  status,
  buyer: z.strictObject({ id: serialId, name: z.string(), status }),
  /** Null: no limit, the campaign's, always, the account's zone. */
  concurrencyMax: z.number().nullable(),
  ringTimeoutSeconds: z.number().nullable(),
  revenue,
  /** Why the account does not dial it, after "because"; null where it does. */
  barred: z.string().nullable(),
  hours: hours.nullable(),
  timeZone: z.string().nullable(),
});

export type ListedTarget = z.infer<typeof listedTarget>;

const fields = {
  name,
  /** While it is paused, no plan that lists it offers calls to its members. */
  status: settableStatus,
  /** How one of its open members is picked. */
  strategy,
  /** On what its members take together, in whatever plan lists it; in the account's time zone. */
  caps,
  /** Calls at once through the group, all its members together; null: no limit. */
  concurrencyMax: z.number().int().min(1).max(10_000).nullable(),
  /** For the strategy by expected revenue alone; null: 7 days and 15 calls. */
  expectation: expectation.nullable(),
};

export const createTargetGroupBody = z.strictObject({
  ...fields,
  status: fields.status.default("active"),
  strategy: fields.strategy.default("weighted"),
  caps: fields.caps.optional(),
  concurrencyMax: fields.concurrencyMax.optional(),
  expectation: fields.expectation.default(null),
});

export type CreateTargetGroup = z.infer<typeof createTargetGroupBody>;

export const updateTargetGroupBody = z.strictObject({ ...fields, version }).partial();

export type UpdateTargetGroup = z.infer<typeof updateTargetGroupBody>;

/** Members are copied as well. */
export const cloneTargetGroupBody = z.strictObject({ name });

export const listTargetGroupsQuery = z.strictObject({
  ...nounQuery,
  sort: sortOf(["name", "status", "strategy", "createdAt", "updatedAt"]).default("name"),
  strategy: filterOf(strategy).optional(),
});

export type ListTargetGroupsQuery = z.infer<typeof listTargetGroupsQuery>;

export const targetGroup = z.strictObject({
  id: uuid,
  name: z.string(),
  status,
  strategy,
  caps,
  concurrencyMax: z.number().nullable(),
  expectation: expectation.nullable(),
  memberCount: z.number(),
  /** Plans in service that list it. */
  planCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type TargetGroup = z.infer<typeof targetGroup>;

export const targetGroupPage = page(targetGroup);

/** Among equals: more weight, more calls. */
export const weight = z.number().int().min(1).max(1000);

const memberInput = z.strictObject({
  targetId: uuid,
  weight: weight.default(1),
  enabled: z.boolean().default(true),
});

export const putTargetGroupMembersBody = z.strictObject({
  /** The group's, as the members were read with it. */
  version: version.optional(),
  items: z
    .array(memberInput)
    .max(200)
    .superRefine((items, check) => {
      for (const [index, { targetId }] of items.entries()) {
        if (items.findIndex((other) => other.targetId === targetId) === index) continue;
        const message = "This target is in the group already.";
        check.addIssue({ code: "custom", path: [index, "targetId"], message });
      }
    }),
});

export type PutTargetGroupMembers = z.infer<typeof putTargetGroupMembersBody>;

export const groupMember = z.strictObject({ target: listedTarget, weight: z.number(), enabled: z.boolean() });

export type GroupMember = z.infer<typeof groupMember>;

/** In the group's order, which breaks ties. */
export const targetGroupMembers = z.strictObject({ items: z.array(groupMember), version: z.number() });

export type TargetGroupMembers = z.infer<typeof targetGroupMembers>;
