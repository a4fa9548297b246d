import type { Routes } from "#http/implementation.ts";
import { approveAdjustment } from "./approve-adjustment.ts";
import { exportAdjustments } from "./export-adjustments.ts";
import { getAdjustment } from "./get-adjustment.ts";
import { listAdjustments } from "./list-adjustments.ts";
import { rejectAdjustment } from "./reject-adjustment.ts";
import { requestAdjustment } from "./request-adjustment.ts";
import { voidAdjustment } from "./void-adjustment.ts";

export const adjustmentRoutes: Routes<
  | "listAdjustments"
  | "exportAdjustments"
  | "requestAdjustment"
  | "getAdjustment"
  | "approveAdjustment"
  | "rejectAdjustment"
  | "voidAdjustment"
> = {
  listAdjustments: ({ deps: { pools }, ctx, input }) => listAdjustments({ pools, ctx, input: input.query }),
  exportAdjustments: ({ deps: { pools, clock }, ctx, input }) =>
    Promise.resolve(exportAdjustments({ pools, ctx, input: input.query, now: clock.now() })),
  requestAdjustment: ({ deps: { pools, clock }, ctx, input }) =>
    requestAdjustment({ pools, ctx, input: input.body, now: clock.now() }),
  getAdjustment: ({ deps: { pools }, ctx, input }) => getAdjustment({ pools, ctx, input: input.params }),
  approveAdjustment: ({ deps: { pools, clock }, ctx, input }) =>
    approveAdjustment({ pools, ctx, input: { ...input.params, ...input.body }, now: clock.now() }),
  rejectAdjustment: ({ deps: { pools, clock }, ctx, input }) =>
    rejectAdjustment({ pools, ctx, input: { ...input.params, ...input.body }, now: clock.now() }),
  voidAdjustment: ({ deps: { pools, clock }, ctx, input }) =>
    voidAdjustment({ pools, ctx, input: { ...input.params, ...input.body }, now: clock.now() }),
};
