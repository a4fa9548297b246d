import type { Routes } from "#http/implementation.ts";
import { getOwnerUsage } from "#modules/caps/get-owner-usage.ts";
import { resetCaps } from "#modules/caps/reset-caps.ts";
import { archiveBuyer } from "./archive-buyer.ts";
import { archiveBuyers } from "./archive-buyers.ts";
import { createBuyer } from "./create-buyer.ts";
import { exportBuyers } from "./export-buyers.ts";
import { getBuyer } from "./get-buyer.ts";
import { listBuyers } from "./list-buyers.ts";
import { updateBuyer } from "./update-buyer.ts";
import { updateBuyers } from "./update-buyers.ts";
import { getBuyerRow } from "./buyers.store.ts";

export const buyerRoutes: Routes<
  | "listBuyers"
  | "exportBuyers"
  | "createBuyer"
  | "getBuyer"
  | "updateBuyer"
  | "updateBuyers"
  | "getBuyerUsage"
  | "resetBuyerCaps"
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
  getBuyerUsage: ({ deps, ctx, input }) =>
    getOwnerUsage({
      pools: deps.pools,
      ctx,
      input: input.params,
      scope: "buyer",
      capacity: deps.capacity,
      now: deps.clock.now(),
    }),
  resetBuyerCaps: ({ deps, ctx, input }) =>
    resetCaps({
      pools: deps.pools,
      ctx,
      input: { ...input.params, ...input.body },
      scope: "buyer",
      get: getBuyerRow,
    }),
  archiveBuyer: ({ deps, ctx, input }) => archiveBuyer({ pools: deps.pools, ctx, input: input.params }),
  archiveBuyers: ({ deps, ctx, input }) => archiveBuyers({ pools: deps.pools, ctx, input: input.body }),
};
