import type { Routes } from "#http/implementation.ts";
import { archivePlan } from "./archive-plan.ts";
import { archivePlans } from "./archive-plans.ts";
import { clonePlan } from "./clone-plan.ts";
import { createPlan } from "./create-plan.ts";
import { exportPlans } from "./export-plans.ts";
import { getPlan } from "./get-plan.ts";
import { discardPlanDraft } from "./discard-plan-draft.ts";
import { getPlanDraft } from "./get-plan-draft.ts";
import { getPlanRows } from "./get-plan-rows.ts";
import { getPlanVersion } from "./get-plan-version.ts";
import { listPlans } from "./list-plans.ts";
import { listPlanVersions } from "./list-plan-versions.ts";
import { publishPlan } from "./publish-plan.ts";
import { putPlanDraft } from "./put-plan-draft.ts";
import { putPlanRows } from "./put-plan-rows.ts";
import { restorePlanVersion } from "./restore-plan-version.ts";
import { updatePlan } from "./update-plan.ts";
import { updatePlans } from "./update-plans.ts";

export const planRoutes: Routes<
  | "listPlans"
  | "exportPlans"
  | "createPlan"
  | "getPlan"
  | "updatePlan"
  | "updatePlans"
  | "archivePlan"
  | "archivePlans"
  | "clonePlan"
  | "getPlanRows"
  | "putPlanRows"
  | "getPlanDraft"
  | "putPlanDraft"
  | "discardPlanDraft"
  | "publishPlan"
  | "listPlanVersions"
  | "getPlanVersion"
  | "restorePlanVersion"
> = {
  listPlans: ({ deps, ctx, input }) => listPlans({ pools: deps.pools, ctx, input: input.query }),
  exportPlans: ({ deps, ctx, input }) =>
    Promise.resolve(exportPlans({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createPlan: ({ deps, ctx, input }) => createPlan({ pools: deps.pools, ctx, input: input.body }),
  getPlan: ({ deps, ctx, input }) => getPlan({ pools: deps.pools, ctx, input: input.params }),
  updatePlan: ({ deps, ctx, input }) =>
    updatePlan({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updatePlans: ({ deps, ctx, input }) => updatePlans({ pools: deps.pools, ctx, input: input.body }),
  archivePlan: ({ deps, ctx, input }) => archivePlan({ pools: deps.pools, ctx, input: input.params }),
  archivePlans: ({ deps, ctx, input }) => archivePlans({ pools: deps.pools, ctx, input: input.body }),
  clonePlan: ({ deps, ctx, input }) =>
    clonePlan({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
  getPlanRows: ({ deps, ctx, input }) => getPlanRows({ pools: deps.pools, ctx, input: input.params }),
  putPlanRows: ({ deps, ctx, input }) =>
    putPlanRows({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
  getPlanDraft: ({ deps, ctx, input }) => getPlanDraft({ pools: deps.pools, ctx, input: input.params }),
  putPlanDraft: ({ deps, ctx, input }) =>
    putPlanDraft({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
  discardPlanDraft: ({ deps, ctx, input }) =>
    discardPlanDraft({ pools: deps.pools, ctx, input: input.params }),
  publishPlan: ({ deps, ctx, input }) =>
    publishPlan({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
  listPlanVersions: ({ deps, ctx, input }) =>
    listPlanVersions({ pools: deps.pools, ctx, input: { ...input.params, ...input.query } }),
  getPlanVersion: ({ deps, ctx, input }) => getPlanVersion({ pools: deps.pools, ctx, input: input.params }),
  restorePlanVersion: ({ deps, ctx, input }) =>
    restorePlanVersion({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
};
