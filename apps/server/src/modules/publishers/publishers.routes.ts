import type { Routes } from "#http/implementation.ts";
import { getOwnerUsage } from "#modules/caps/get-owner-usage.ts";
import { resetCaps } from "#modules/caps/reset-caps.ts";
import { archivePublisher } from "./archive-publisher.ts";
import { archivePublishers } from "./archive-publishers.ts";
import { createPublisher } from "./create-publisher.ts";
import { exportPublishers } from "./export-publishers.ts";
import { getPublisher } from "./get-publisher.ts";
import { listPublisherPayouts } from "./list-publisher-payouts.ts";
import { listPublishers } from "./list-publishers.ts";
import { updatePublisher } from "./update-publisher.ts";
import { updatePublishers } from "./update-publishers.ts";
import { getPublisherRow } from "./publishers.store.ts";

export const publisherRoutes: Routes<
  | "listPublishers"
  | "exportPublishers"
  | "createPublisher"
  | "getPublisher"
  | "updatePublisher"
  | "updatePublishers"
  | "getPublisherUsage"
  | "resetPublisherCaps"
  | "archivePublisher"
  | "archivePublishers"
  | "listPublisherPayouts"
> = {
  listPublishers: ({ deps, ctx, input }) => listPublishers({ pools: deps.pools, ctx, input: input.query }),
  exportPublishers: ({ deps, ctx, input }) =>
    Promise.resolve(exportPublishers({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createPublisher: ({ deps, ctx, input }) => createPublisher({ pools: deps.pools, ctx, input: input.body }),
  getPublisher: ({ deps, ctx, input }) => getPublisher({ pools: deps.pools, ctx, input: input.params }),
  updatePublisher: ({ deps, ctx, input }) =>
    updatePublisher({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updatePublishers: ({ deps, ctx, input }) => updatePublishers({ pools: deps.pools, ctx, input: input.body }),
  getPublisherUsage: ({ deps, ctx, input }) =>
    getOwnerUsage({
      pools: deps.pools,
      ctx,
      input: input.params,
      scope: "publisher",
      capacity: deps.capacity,
      now: deps.clock.now(),
    }),
  resetPublisherCaps: ({ deps, ctx, input }) =>
    resetCaps({
      pools: deps.pools,
      ctx,
      input: { ...input.params, ...input.body },
      scope: "publisher",
      get: getPublisherRow,
    }),
  archivePublisher: ({ deps, ctx, input }) =>
    archivePublisher({ pools: deps.pools, ctx, input: input.params }),
  archivePublishers: ({ deps, ctx, input }) =>
    archivePublishers({ pools: deps.pools, ctx, input: input.body }),
  listPublisherPayouts: ({ deps, ctx, input }) =>
    listPublisherPayouts({ pools: deps.pools, ctx, input: input.params }),
};
