import { callFilter, hours } from "@ccp/engine";
import { z } from "zod";
import { listedAgent, skills } from "./agent.ts";
import { name, serialIdText, status, time, uuid, uuidRef, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { nounQuery, page, pageQuery, sortOf } from "./page.ts";
import { revenue } from "./revenue.ts";
import { expectation, strategy } from "./strategy.ts";
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
const place = {
  priority: priority.default(1),
  weight: weight.default(1),
  enabled: z.boolean().default(true),
  /** On the target's own clock, of agents on the account's. */
  hours: hours.nullable().default(null),
  ringTimeoutSeconds: z.number().int().min(5).max(300).nullable().default(null),
  /** How often it may ring in one call, as long as it is busy or does not answer and nobody was dialled less there. */
  dialAttemptsMax: z.number().int().min(1).max(5).default(1),
  /** Which calls it takes, by their tags; of targets besides what each of them takes. */
  filter: callFilter.nullable().default(null),
};

const rowInput = {
  ...place,
  revenue: revenue.nullable().default(null),
  /** Calls at once, in all hours; those by other rows of the target count as well. */
  concurrencyMax: z.number().int().min(1).max(10_000).nullable().default(null),
};

export const planTargetInput = z.strictObject({ kind: z.literal("target"), targetId: uuid, ...rowInput });

export const planGroupInput = z.strictObject({ kind: z.literal("group"), groupId: uuid, ...rowInput });

/** Of agents no revenue is due, so that a row of them says nothing of any. */
const agentRowInput = {
  ...place,
  /** Skills that an agent needs for its calls, all of them. */
  skills: skills.default([]),
};

export const planAgentInput = z.strictObject({ kind: z.literal("agent"), agentId: uuid, ...agentRowInput });

export const planAgentGroupInput = z.strictObject({
  kind: z.literal("agent-group"),
  agentGroupId: uuid,
  ...agentRowInput,
});

const planRowInput = z.discriminatedUnion("kind", [
  planTargetInput,
  planGroupInput,
  planAgentInput,
  planAgentGroupInput,
]);

export type PlanRowInput = z.infer<typeof planRowInput>;

/** What a row stands for, the same for both rows where it is the same. */
const toWhom = (row: PlanRowInput): string => {
  switch (row.kind) {
    case "target":
      return row.targetId;
    case "group":
      return row.groupId;
    case "agent":
      return row.agentId;
    case "agent-group":
      return row.agentGroupId;
  }
};

/** The field that says whom a row is for. */
export const planRowKeys = {
  target: "targetId",
  group: "groupId",
  agent: "agentId",
  "agent-group": "agentGroupId",
} as const satisfies Record<PlanRowInput["kind"], string>;

const isRepeated = (items: readonly PlanRowInput[], row: PlanRowInput, index: number): boolean =>
  items.slice(0, index).some((other) => toWhom(other) === toWhom(row) && other.priority === row.priority);

const levelInput = z.strictObject({
  priority,
  strategy,
  /** Left out where another strategy picks, and for 7 days and 15 calls. */
  expectation: expectation.exactOptional(),
});

const rowsInput = {
  strategies: z.array(levelInput).max(200).default([]),
  items: z
    .array(planRowInput)
    .max(200)
    .superRefine((items, check) => {
      for (const [index, row] of items.entries()) {
        if (!isRepeated(items, row, index)) continue;
        const path = [index, planRowKeys[row.kind]];
        const message = `This ${row.kind.replace("-", " ")} has a row at this priority already.`;
        check.addIssue({ code: "custom", path, message });
      }
    }),
};

type RowsInput = { strategies: z.infer<typeof levelInput>[]; items: PlanRowInput[] };

const checkLevels = ({ strategies, items }: RowsInput, check: z.RefinementCtx): void => {
  for (const [index, level] of strategies.entries()) {
    const path = ["strategies", index, "priority"];
    if (strategies.findIndex((other) => other.priority === level.priority) < index) {
      check.addIssue({ code: "custom", path, message: "This priority has a strategy already." });
    } else if (!items.some((row) => row.priority === level.priority)) {
      check.addIssue({ code: "custom", path, message: "No row has this priority." });
    } else if (level.expectation !== undefined && level.strategy !== "best-expected-revenue") {
      const message = "Only the strategy by expected revenue goes by this.";
      check.addIssue({ code: "custom", path: ["strategies", index, "expectation"], message });
    }
  }
};

/** Why, for whoever reads the plan's versions. */
const note = z.string().trim().max(300).default("");

/** Rows in plan order; lower priorities go first, and a level that is not named is weighted. */
export const putPlanRowsBody = z
  .strictObject({
    /** The plan's, as the rows were read with it. */
    version: version.optional(),
    note,
    ...rowsInput,
  })
  .superRefine(checkLevels);

export type PutPlanRows = z.infer<typeof putPlanRowsBody>;

const placeShown = {
  priority: z.number(),
  weight: z.number(),
  enabled: z.boolean(),
  hours: hours.nullable(),
  ringTimeoutSeconds: z.number().nullable(),
  dialAttemptsMax: z.number(),
  filter: callFilter.nullable(),
};

const termsShown = { revenue: revenue.nullable(), concurrencyMax: z.number().nullable() };

/** What the value lists, campaigns and publishers in a row's filter are called, by id. */
const filterNames = z.record(z.string(), z.string());

const rowShown = { ...placeShown, ...termsShown, filterNames };

export const planTargetRow = z.strictObject({ kind: z.literal("target"), target: listedTarget, ...rowShown });

export type PlanTargetRow = z.infer<typeof planTargetRow>;

export const planGroupRow = z.strictObject({
  kind: z.literal("group"),
  group: z.strictObject({ id: uuid, name: z.string(), status, strategy, members: z.array(groupMember) }),
  ...rowShown,
});

export type PlanGroupRow = z.infer<typeof planGroupRow>;

const agentRowShown = { ...placeShown, filterNames, skills: z.array(z.string()) };

export const planAgentRow = z.strictObject({
  kind: z.literal("agent"),
  agent: listedAgent,
  ...agentRowShown,
});

export type PlanAgentRow = z.infer<typeof planAgentRow>;

export const planAgentGroupRow = z.strictObject({
  kind: z.literal("agent-group"),
  group: z.strictObject({ id: uuid, name: z.string(), status, members: z.array(listedAgent) }),
  ...agentRowShown,
});

export type PlanAgentGroupRow = z.infer<typeof planAgentGroupRow>;

export const planRow = z.discriminatedUnion("kind", [
  planTargetRow,
  planGroupRow,
  planAgentRow,
  planAgentGroupRow,
]);

export type PlanRowShown = z.infer<typeof planRow>;

const level = z.strictObject({
  priority: z.number(),
  strategy,
  expectation: expectation.exactOptional(),
});

export type PlanLevel = z.infer<typeof level>;

export const planRows = z.strictObject({
  items: z.array(planRow),
  strategies: z.array(level),
  version: z.number(),
});

export type PlanRows = z.infer<typeof planRows>;

export const listPlanVersionsQuery = z.strictObject({ ...pageQuery });

export type ListPlanVersionsQuery = z.infer<typeof listPlanVersionsQuery>;

/** `name` as of now; null for the product itself. */
const planActor = z.strictObject({
  kind: z.enum(["user", "api-key", "system"]),
  id: z.string(),
  name: z.string().nullable(),
});

/** The rows as they were published once; the highest number is how they stand. */
export const planVersion = z.strictObject({
  number: z.number(),
  at: time,
  actor: planActor,
  note: z.string(),
  rowCount: z.number(),
});

export type PlanVersion = z.infer<typeof planVersion>;

export const planVersionPage = page(planVersion);

export const planVersionParams = z.strictObject({ id: uuid, number: serialIdText });

/** A row as it was then; whom it was for is called what it was called then. */
const planVersionRow = z.strictObject({
  kind: z.enum(["target", "group", "agent", "agent-group"]),
  of: uuidRef,
  ...placeShown,
  ...termsShown,
  /** Of rows of agents. */
  skills: z.array(z.string()).optional(),
});

export type PlanVersionRow = z.infer<typeof planVersionRow>;

export const planVersionDetail = z.strictObject({
  ...planVersion.shape,
  items: z.array(planVersionRow),
  strategies: z.array(level),
});

export type PlanVersionDetail = z.infer<typeof planVersionDetail>;

/** The same rows, which no call goes by before they are published. */
export const putPlanDraftBody = z
  .strictObject({
    /** The draft's, as it was read; null where there was none. */
    version: version.nullable().optional(),
    ...rowsInput,
  })
  .superRefine(checkLevels);

export type PutPlanDraft = z.infer<typeof putPlanDraftBody>;

export const planDraft = z.strictObject({
  items: z.array(planRow),
  strategies: z.array(level),
  /** The number of the version that was published when the draft was begun. */
  basedOn: z.number(),
  savedAt: time,
  savedBy: planActor,
  version: z.number(),
});

export type PlanDraft = z.infer<typeof planDraft>;

export const foundPlanDraft = z.strictObject({ draft: planDraft.nullable() });

export const publishPlanBody = z.strictObject({
  /** The plan's, as it was read with its rows. */
  version: version.optional(),
  /** The draft's, as it was read. */
  draftVersion: version.optional(),
  note,
});

export type PublishPlan = z.infer<typeof publishPlanBody>;

export const restorePlanVersionBody = z.strictObject({
  /** The draft's, as it was read, for the rows take its place; null where there was none. */
  version: version.nullable().optional(),
});

export type RestorePlanVersion = z.infer<typeof restorePlanVersionBody>;
