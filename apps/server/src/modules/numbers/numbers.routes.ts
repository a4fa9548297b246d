import type { Routes } from "#http/implementation.ts";
import { removeNumber } from "./remove-number.ts";
import { createNumber } from "./create-number.ts";
import { getNumber } from "./get-number.ts";
import { listNumbers } from "./list-numbers.ts";
import { updateNumber } from "./update-number.ts";

export const numberRoutes: Routes<
  "listNumbers" | "createNumber" | "getNumber" | "updateNumber" | "removeNumber"
> = {
  listNumbers: ({ deps, ctx, input }) => listNumbers({ pools: deps.pools, ctx, input: input.query }),
  createNumber: ({ deps, ctx, input }) => createNumber({ pools: deps.pools, ctx, input: input.body }),
  getNumber: ({ deps, ctx, input }) => getNumber({ pools: deps.pools, ctx, input: input.params }),
  updateNumber: ({ deps, ctx, input }) =>
    updateNumber({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  removeNumber: ({ deps, ctx, input }) => removeNumber({ pools: deps.pools, ctx, input: input.params }),
};
