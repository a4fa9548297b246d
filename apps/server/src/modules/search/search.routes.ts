import type { Routes } from "#http/implementation.ts";
import { search } from "./search.ts";

export const searchRoutes: Routes<"search"> = {
  search: ({ deps, ctx, input }) =>
    search({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() }),
};
