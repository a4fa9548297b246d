import { hours } from "@ccp/engine";
import { z } from "zod";
import { name, serialIdText, status, time, uuid, uuidRef, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { nounQuery, page, pageQuery, sortOf } from "./page.ts";
import { revenue } from "./revenue.ts";
import { strategy } from "./strategy.ts";
import { groupMember, listedTarget, weight } from "./target-group.ts";

/** A plan routes or is archived; what is paused is a campaign, a row, a group or a target. */
const planStatus = z.enum(["active", "archived"]);

export const createPlanBody = z.strictObject({ name });

export type CreatePlan = z.infer<typeof createPlanBody>;

/** `status` brings an archived plan back. */
export const updatePlanBody = z.strictObject({ name, status: z.literal("active"), version }).partial();

export type UpdatePlan = z.infer<typeof updatePlanBody>;

/** Rows and strategies are copied as well. */
export const clonePlanBody = z.strictObject({ name });

export const listPlansQuery = z.strictObject({
  ...nounQuery,
  status: filterOf(planStatus).optional(),
  sort: sortOf(["name", "status", "createdAt", "updatedAt"]).default("name"),
});

export type ListPlansQuery = z.infer<typeof listPlansQuery>;

export const plan = z.strictObject({
  id: uuid,
  name: z.string(),
  status: planStatus,
  rowCount: z.number(),
  /** Campaigns in service that go by it. */
  campaignCount: z.number(),
  /** Of its rows as they stand; see its versions. */
  versionNumber: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Plan = z.infer<typeof plan>;

export const planPage = page(plan);

const priority = z.number().int().min(1).max(1000);

/** Where a row stands, and what it says instead of its targets; null: what each of them says itself. */
const rowInput = {
  priority: priority.default(1),
  weight: weight.default(1),
  enabled: z.boolean().default(true),
  revenue: revenue.nullable().default(null),
  /** On the target's own clock. */
  hours: hours.nullable().default(null),
  ringTimeoutSeconds: z.number().int().min(5).max(300).nullable().default(null),
};

export const planTargetInput = z.strictObject({ kind: z.literal("target"), targetId: uuid, ...rowInput });

export const planGroupInput = z.strictObject({ kind: z.literal("group"), groupId: uuid, ...rowInput });

const planRowInput = z.discriminatedUnion("kind", [planTargetInput, planGroupInput]);

export type PlanRowInput = z.infer<typeof planRowInput>;

/** What a row stands for, the same for both rows where it is the same. */
const toWhom = (row: PlanRowInput): string => (row.kind === "target" ? row.targetId : row.groupId);

const isRepeated = (items: readonly PlanRowInput[], row: PlanRowInput, index: number): boolean =>
  items.slice(0, index).some((other) => toWhom(other) === toWhom(row) && other.priority === row.priority);

const levelInput = z.strictObject({ priority, strategy });

/** Rows in plan order; lower priorities go first, and a level that is not named is weighted. */
export const putPlanRowsBody = z
  .strictObject({
    /** The plan's, as the rows were read with it. */
    version: version.optional(),
    /** Why, for whoever reads the plan's versions. */
    note: z.string().trim().max(300).default(""),
    strategies: z.array(levelInput).max(200).default([]),
    items: z
      .array(planRowInput)
      .max(200)
      .superRefine((items, check) => {
        for (const [index, row] of items.entries()) {
          if (!isRepeated(items, row, index)) continue;
          const path = [index, row.kind === "target" ? "targetId" : "groupId"];
          const message = `This ${row.kind} has a row at this priority already.`;
          check.addIssue({ code: "custom", path, message });
        }
      }),
  })
  .superRefine(({ strategies, items }, check) => {
    for (const [index, level] of strategies.entries()) {
      const path = ["strategies", index, "priority"];
      if (strategies.findIndex((other) => other.priority === level.priority) < index) {
        check.addIssue({ code: "custom", path, message: "This priority has a strategy already." });
      } else if (!items.some((row) => row.priority === level.priority)) {
        check.addIssue({ code: "custom", path, message: "No row has this priority." });
      }
    }
  });

export type PutPlanRows = z.infer<typeof putPlanRowsBody>;

const rowShown = {
  priority: z.number(),
  weight: z.number(),
  enabled: z.boolean(),
  revenue: revenue.nullable(),
  hours: hours.nullable(),
  ringTimeoutSeconds: z.number().nullable(),
};

export const planTargetRow = z.strictObject({ kind: z.literal("target"), target: listedTarget, ...rowShown });

export type PlanTargetRow = z.infer<typeof planTargetRow>;

export const planGroupRow = z.strictObject({
  kind: z.literal("group"),
  group: z.strictObject({ id: uuid, name: z.string(), status, strategy, members: z.array(groupMember) }),
  ...rowShown,
});

export type PlanGroupRow = z.infer<typeof planGroupRow>;

export const planRow = z.discriminatedUnion("kind", [planTargetRow, planGroupRow]);

export type PlanRowShown = z.infer<typeof planRow>;

const level = z.strictObject({ priority: z.number(), strategy });

export type PlanLevel = z.infer<typeof level>;

export const planRows = z.strictObject({
  items: z.array(planRow),
  strategies: z.array(level),
  version: z.number(),
});

export type PlanRows = z.infer<typeof planRows>;

export const listPlanVersionsQuery = z.strictObject({ ...pageQuery });

export type ListPlanVersionsQuery = z.infer<typeof listPlanVersionsQuery>;

/** The rows as they were published once; the highest number is how they stand. */
export const planVersion = z.strictObject({
  number: z.number(),
  at: time,
  /** `name` as of now; null for the product itself. */
  actor: z.strictObject({
    kind: z.enum(["user", "api-key", "system"]),
    id: z.string(),
    name: z.string().nullable(),
  }),
  note: z.string(),
  rowCount: z.number(),
});

export type PlanVersion = z.infer<typeof planVersion>;

export const planVersionPage = page(planVersion);

export const planVersionParams = z.strictObject({ id: uuid, number: serialIdText });

/** A row as it was then; whom it was for is called what it was called then. */
const planVersionRow = z.strictObject({
  kind: z.enum(["target", "group"]),
  of: uuidRef,
  ...rowShown,
});

export type PlanVersionRow = z.infer<typeof planVersionRow>;

export const planVersionDetail = z.strictObject({
  ...planVersion.shape,
  items: z.array(planVersionRow),
  strategies: z.array(level),
});

export type PlanVersionDetail = z.infer<typeof planVersionDetail>;

export const restorePlanVersionBody = z.strictObject({
  /** The plan's, as the versions were read with it. */
  version: version.optional(),
  note: z.string().trim().max(300).default(""),
});

export type RestorePlanVersion = z.infer<typeof restorePlanVersionBody>;
