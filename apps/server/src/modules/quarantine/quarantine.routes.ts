import type { Routes } from "#http/implementation.ts";
import { listQuarantinedEvents } from "./list-quarantined-events.ts";
import { replayQuarantinedEvent } from "./replay-quarantined-event.ts";

export const quarantineRoutes: Routes<"listQuarantinedEvents" | "replayQuarantinedEvent"> = {
  listQuarantinedEvents: ({ deps, ctx, input }) =>
    listQuarantinedEvents({ pools: deps.pools, ctx, input: input.query }),
  replayQuarantinedEvent: ({ deps, ctx, input }) =>
    replayQuarantinedEvent({ pools: deps.pools, ctx, input: input.params }),
};
