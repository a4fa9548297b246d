import type { Routes } from "#http/implementation.ts";
import { getOwnerUsage } from "#modules/caps/get-owner-usage.ts";
import { resetCaps } from "#modules/caps/reset-caps.ts";
import { archiveTargetGroup } from "./archive-target-group.ts";
import { archiveTargetGroups } from "./archive-target-groups.ts";
import { cloneTargetGroup } from "./clone-target-group.ts";
import { createTargetGroup } from "./create-target-group.ts";
import { exportTargetGroups } from "./export-target-groups.ts";
import { getTargetGroup } from "./get-target-group.ts";
import { getTargetGroupMembers } from "./get-target-group-members.ts";
import { listTargetGroups } from "./list-target-groups.ts";
import { putTargetGroupMembers } from "./put-target-group-members.ts";
import { updateTargetGroup } from "./update-target-group.ts";
import { updateTargetGroups } from "./update-target-groups.ts";
import { getTargetGroupRow } from "./target-groups.store.ts";

export const targetGroupRoutes: Routes<
  | "listTargetGroups"
  | "exportTargetGroups"
  | "createTargetGroup"
  | "getTargetGroup"
  | "updateTargetGroup"
  | "updateTargetGroups"
  | "getTargetGroupUsage"
  | "resetTargetGroupCaps"
  | "archiveTargetGroup"
  | "archiveTargetGroups"
  | "cloneTargetGroup"
  | "getTargetGroupMembers"
  | "putTargetGroupMembers"
> = {
  listTargetGroups: ({ deps, ctx, input }) =>
    listTargetGroups({ pools: deps.pools, ctx, input: input.query }),
  exportTargetGroups: ({ deps, ctx, input }) =>
    Promise.resolve(
      exportTargetGroups({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() }),
    ),
  createTargetGroup: ({ deps, ctx, input }) =>
    createTargetGroup({ pools: deps.pools, ctx, input: input.body }),
  getTargetGroup: ({ deps, ctx, input }) => getTargetGroup({ pools: deps.pools, ctx, input: input.params }),
  updateTargetGroup: ({ deps, ctx, input }) =>
    updateTargetGroup({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updateTargetGroups: ({ deps, ctx, input }) =>
    updateTargetGroups({ pools: deps.pools, ctx, input: input.body }),
  getTargetGroupUsage: ({ deps, ctx, input }) =>
    getOwnerUsage({
      pools: deps.pools,
      ctx,
      input: input.params,
      scope: "target-group",
      capacity: deps.capacity,
      now: deps.clock.now(),
    }),
  resetTargetGroupCaps: ({ deps, ctx, input }) =>
    resetCaps({
      pools: deps.pools,
      ctx,
      input: { ...input.params, ...input.body },
      scope: "target-group",
      get: getTargetGroupRow,
    }),
  archiveTargetGroup: ({ deps, ctx, input }) =>
    archiveTargetGroup({ pools: deps.pools, ctx, input: input.params }),
  archiveTargetGroups: ({ deps, ctx, input }) =>
    archiveTargetGroups({ pools: deps.pools, ctx, input: input.body }),
  cloneTargetGroup: ({ deps, ctx, input }) =>
    cloneTargetGroup({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
  getTargetGroupMembers: ({ deps, ctx, input }) =>
    getTargetGroupMembers({ pools: deps.pools, ctx, input: input.params }),
  putTargetGroupMembers: ({ deps, ctx, input }) =>
    putTargetGroupMembers({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
};
