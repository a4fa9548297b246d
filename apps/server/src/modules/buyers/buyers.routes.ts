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
import { withBalance, withBalances } from "./with-balances.ts";

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
  listBuyers: async ({ deps, ctx, input }) => {
    const page = await listBuyers({ pools: deps.pools, ctx, input: input.query });
    return { ...page, items: await withBalances({ ...deps, ...ctx }, page.items) };
  },
  exportBuyers: ({ deps: { pools, clock, capacity }, ctx, input }) =>
    Promise.resolve(exportBuyers({ pools, ctx, capacity, input: input.query, now: clock.now() })),
  createBuyer: async ({ deps, ctx, input }) =>
    withBalance({ ...deps, ...ctx }, await createBuyer({ pools: deps.pools, ctx, input: input.body })),
  getBuyer: async ({ deps, ctx, input }) =>
    withBalance({ ...deps, ...ctx }, await getBuyer({ pools: deps.pools, ctx, input: input.params })),
  updateBuyer: async ({ deps, ctx, input }) => {
    const changed = { id: input.params.id, patch: input.body };
    return withBalance({ ...deps, ...ctx }, await updateBuyer({ pools: deps.pools, ctx, input: changed }));
  },
  updateBuyers: async ({ deps, ctx, input }) => {
    const { items } = await updateBuyers({ pools: deps.pools, ctx, input: input.body });
    return { items: await withBalances({ ...deps, ...ctx }, items) };
  },
  getBuyerUsage: ({ deps, ctx, input }) =>
    getOwnerUsage({
      pools: deps.pools,
      ctx,
      input: input.params,
      scope: "buyer",
      capacity: deps.capacity,
      now: deps.clock.now(),
    }),
  resetBuyerCaps: async ({ deps, ctx, input }) =>
    withBalance(
      { ...deps, ...ctx },
      await resetCaps({
        pools: deps.pools,
        ctx,
        input: { ...input.params, ...input.body },
        scope: "buyer",
        get: getBuyerRow,
      }),
    ),
  archiveBuyer: ({ deps, ctx, input }) => archiveBuyer({ pools: deps.pools, ctx, input: input.params }),
  archiveBuyers: ({ deps, ctx, input }) => archiveBuyers({ pools: deps.pools, ctx, input: input.body }),
};
