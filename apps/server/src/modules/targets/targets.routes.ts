import type { Routes } from "#http/implementation.ts";
import { archiveTarget } from "./archive-target.ts";
import { createTarget } from "./create-target.ts";
import { getTarget } from "./get-target.ts";
import { listTargets } from "./list-targets.ts";
import { updateTarget } from "./update-target.ts";

export const targetRoutes: Routes<
  "listTargets" | "createTarget" | "getTarget" | "updateTarget" | "archiveTarget"
> = {
  listTargets: ({ deps, ctx, input }) => listTargets({ pools: deps.pools, ctx, input: input.query }),
  createTarget: ({ deps, ctx, input }) => createTarget({ pools: deps.pools, ctx, input: input.body }),
  getTarget: ({ deps, ctx, input }) => getTarget({ pools: deps.pools, ctx, input: input.params }),
  updateTarget: ({ deps, ctx, input }) =>
    updateTarget({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  archiveTarget: ({ deps, ctx, input }) => archiveTarget({ pools: deps.pools, ctx, input: input.params }),
};
