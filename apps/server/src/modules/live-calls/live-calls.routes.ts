import type { Routes } from "#http/implementation.ts";
import { listLiveCalls } from "./list-live-calls.ts";

export const liveCallRoutes: Routes<"listLiveCalls"> = {
  listLiveCalls: ({ deps, ctx }) => listLiveCalls({ pools: deps.pools, ctx, now: deps.clock.now() }),
};
