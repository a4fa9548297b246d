import type { Routes } from "#http/implementation.ts";
import { resetCaps } from "#modules/caps/reset-caps.ts";
import { archiveTarget } from "./archive-target.ts";
import { archiveTargets } from "./archive-targets.ts";
import { createTarget } from "./create-target.ts";
import { exportTargets } from "./export-targets.ts";
import { getTarget } from "./get-target.ts";
import { listTargetUsage } from "./list-target-usage.ts";
import { listTargets } from "./list-targets.ts";
import { getTargetRow } from "./targets.store.ts";
import { tryFilter } from "./try-filter.ts";
import { updateTarget } from "./update-target.ts";
import { updateTargets } from "./update-targets.ts";

export const targetRoutes: Routes<
  | "listTargets"
  | "exportTargets"
  | "createTarget"
  | "getTarget"
  | "updateTarget"
  | "updateTargets"
  | "listTargetUsage"
  | "tryFilter"
  | "resetTargetCaps"
  | "archiveTarget"
  | "archiveTargets"
> = {
  listTargets: ({ deps, ctx, input }) => listTargets({ pools: deps.pools, ctx, input: input.query }),
  exportTargets: ({ deps, ctx, input }) =>
    Promise.resolve(exportTargets({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createTarget: ({ deps, ctx, input }) => createTarget({ pools: deps.pools, ctx, input: input.body }),
  getTarget: ({ deps, ctx, input }) => getTarget({ pools: deps.pools, ctx, input: input.params }),
  updateTarget: ({ deps, ctx, input }) =>
    updateTarget({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updateTargets: ({ deps, ctx, input }) => updateTargets({ pools: deps.pools, ctx, input: input.body }),
  listTargetUsage: ({ deps, ctx, input }) =>
    listTargetUsage({
      pools: deps.pools,
      ctx,
      input: input.query,
      capacity: deps.capacity,
      now: deps.clock.now(),
    }),
  tryFilter: ({ deps, ctx, input }) => tryFilter({ pools: deps.pools, ctx, input: input.body }),
  resetTargetCaps: ({ deps, ctx, input }) =>
    resetCaps({
      pools: deps.pools,
      ctx,
      input: { ...input.params, ...input.body },
      scope: "target",
      get: getTargetRow,
    }),
  archiveTarget: ({ deps, ctx, input }) => archiveTarget({ pools: deps.pools, ctx, input: input.params }),
  archiveTargets: ({ deps, ctx, input }) => archiveTargets({ pools: deps.pools, ctx, input: input.body }),
};
