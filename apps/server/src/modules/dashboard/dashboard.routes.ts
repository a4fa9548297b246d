import type { Routes } from "#http/implementation.ts";
import { getDashboard } from "./get-dashboard.ts";

export const dashboardRoutes: Routes<"getDashboard"> = {
  getDashboard: ({ deps, ctx, input }) =>
    getDashboard({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() }),
};
