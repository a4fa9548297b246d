import type { Routes } from "#http/implementation.ts";
import { archiveBuyer } from "./archive-buyer.ts";
import { createBuyer } from "./create-buyer.ts";
import { getBuyer } from "./get-buyer.ts";
import { listBuyers } from "./list-buyers.ts";
import { updateBuyer } from "./update-buyer.ts";

export const buyerRoutes: Routes<"listBuyers" | "createBuyer" | "getBuyer" | "updateBuyer" | "archiveBuyer"> =
  {
    listBuyers: ({ deps, ctx, input }) => listBuyers({ pools: deps.pools, ctx, input: input.query }),
    createBuyer: ({ deps, ctx, input }) => createBuyer({ pools: deps.pools, ctx, input: input.body }),
    getBuyer: ({ deps, ctx, input }) => getBuyer({ pools: deps.pools, ctx, input: input.params }),
    updateBuyer: ({ deps, ctx, input }) =>
      updateBuyer({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
    archiveBuyer: ({ deps, ctx, input }) => archiveBuyer({ pools: deps.pools, ctx, input: input.params }),
  };
