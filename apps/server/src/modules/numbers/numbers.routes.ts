import type { Routes } from "#http/implementation.ts";
import { createNumber } from "./create-number.ts";
import { exportNumbers } from "./export-numbers.ts";
import { getNumber } from "./get-number.ts";
import { listNumbers } from "./list-numbers.ts";
import { removeNumber } from "./remove-number.ts";
import { updateNumber } from "./update-number.ts";
import { updateNumbers } from "./update-numbers.ts";

export const numberRoutes: Routes<
  | "listNumbers"
  | "exportNumbers"
  | "createNumber"
  | "getNumber"
  | "updateNumber"
  | "updateNumbers"
  | "removeNumber"
> = {
  listNumbers: ({ deps, ctx, input }) => listNumbers({ pools: deps.pools, ctx, input: input.query }),
  exportNumbers: ({ deps, ctx, input }) =>
    Promise.resolve(exportNumbers({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createNumber: ({ deps, ctx, input }) => createNumber({ pools: deps.pools, ctx, input: input.body }),
  getNumber: ({ deps, ctx, input }) => getNumber({ pools: deps.pools, ctx, input: input.params }),
  updateNumber: ({ deps, ctx, input }) =>
    updateNumber({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updateNumbers: ({ deps, ctx, input }) => updateNumbers({ pools: deps.pools, ctx, input: input.body }),
  removeNumber: ({ deps, ctx, input }) => removeNumber({ pools: deps.pools, ctx, input: input.params }),
};
