import type { Routes } from "#http/implementation.ts";
import { archiveBuyer } from "./archive-buyer.ts";
import { archiveBuyers } from "./archive-buyers.ts";
import { createBuyer } from "./create-buyer.ts";
import { exportBuyers } from "./export-buyers.ts";
import { getBuyer } from "./get-buyer.ts";
import { listBuyers } from "./list-buyers.ts";
import { updateBuyer } from "./update-buyer.ts";
import { updateBuyers } from "./update-buyers.ts";

export const buyerRoutes: Routes<
  | "listBuyers"
  | "exportBuyers"
  | "createBuyer"
  | "getBuyer"
  | "updateBuyer"
  | "updateBuyers"
  | "archiveBuyer"
  | "archiveBuyers"
> = {
  listBuyers: ({ deps, ctx, input }) => listBuyers({ pools: deps.pools, ctx, input: input.query }),
  exportBuyers: ({ deps, ctx, input }) =>
    Promise.resolve(exportBuyers({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createBuyer: ({ deps, ctx, input }) => createBuyer({ pools: deps.pools, ctx, input: input.body }),
  getBuyer: ({ deps, ctx, input }) => getBuyer({ pools: deps.pools, ctx, input: input.params }),
  updateBuyer: ({ deps, ctx, input }) =>
    updateBuyer({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updateBuyers: ({ deps, ctx, input }) => updateBuyers({ pools: deps.pools, ctx, input: input.body }),
  archiveBuyer: ({ deps, ctx, input }) => archiveBuyer({ pools: deps.pools, ctx, input: input.params }),
  archiveBuyers: ({ deps, ctx, input }) => archiveBuyers({ pools: deps.pools, ctx, input: input.body }),
};
