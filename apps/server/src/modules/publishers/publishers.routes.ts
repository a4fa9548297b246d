import type { Routes } from "#http/implementation.ts";
import { archivePublisher } from "./archive-publisher.ts";
import { createPublisher } from "./create-publisher.ts";
import { getPublisher } from "./get-publisher.ts";
import { listPublishers } from "./list-publishers.ts";
import { updatePublisher } from "./update-publisher.ts";

export const publisherRoutes: Routes<
  "listPublishers" | "createPublisher" | "getPublisher" | "updatePublisher" | "archivePublisher"
> = {
  listPublishers: ({ deps, ctx, input }) => listPublishers({ pools: deps.pools, ctx, input: input.query }),
  createPublisher: ({ deps, ctx, input }) => createPublisher({ pools: deps.pools, ctx, input: input.body }),
  getPublisher: ({ deps, ctx, input }) => getPublisher({ pools: deps.pools, ctx, input: input.params }),
  updatePublisher: ({ deps, ctx, input }) =>
    updatePublisher({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  archivePublisher: ({ deps, ctx, input }) =>
    archivePublisher({ pools: deps.pools, ctx, input: input.params }),
};
