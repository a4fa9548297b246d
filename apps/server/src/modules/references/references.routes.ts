import type { Routes } from "#http/implementation.ts";
import { listReferences } from "./list-references.ts";

export const referenceRoutes: Routes<"listReferences"> = {
  listReferences: ({ deps, ctx, input }) => listReferences({ pools: deps.pools, ctx, input: input.query }),
};
