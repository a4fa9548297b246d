import type { Routes } from "#http/implementation.ts";
import { addBlockedCallers } from "./add-blocked-callers.ts";
import { createBlockedCaller } from "./create-blocked-caller.ts";
import { exportBlockedCallers } from "./export-blocked-callers.ts";
import { getBlockedCaller } from "./get-blocked-caller.ts";
import { importBlockedCallers } from "./import-blocked-callers.ts";
import { listBlockedCallers } from "./list-blocked-callers.ts";
import { removeBlockedCallers } from "./remove-blocked-callers.ts";
import { updateBlockedCaller } from "./update-blocked-caller.ts";

export const blockedCallerRoutes: Routes<
  | "listBlockedCallers"
  | "exportBlockedCallers"
  | "createBlockedCaller"
  | "addBlockedCallers"
  | "importBlockedCallers"
  | "removeBlockedCallers"
  | "getBlockedCaller"
  | "updateBlockedCaller"
> = {
  listBlockedCallers: ({ deps: { pools }, ctx, input }) =>
    listBlockedCallers({ pools, ctx, input: input.query }),
  exportBlockedCallers: ({ deps, ctx, input }) =>
    Promise.resolve(
      exportBlockedCallers({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() }),
    ),
  createBlockedCaller: ({ deps: { pools }, ctx, input }) =>
    createBlockedCaller({ pools, ctx, input: input.body }),
  addBlockedCallers: ({ deps: { pools }, ctx, input }) =>
    addBlockedCallers({ pools, ctx, input: input.body }),
  importBlockedCallers: ({ deps: { pools }, ctx, input }) =>
    importBlockedCallers({ pools, ctx, input: input.body }),
  removeBlockedCallers: ({ deps: { pools }, ctx, input }) =>
    removeBlockedCallers({ pools, ctx, input: input.body }),
  getBlockedCaller: ({ deps: { pools }, ctx, input }) =>
    getBlockedCaller({ pools, ctx, input: input.params }),
  updateBlockedCaller: ({ deps: { pools }, ctx, input }) =>
    updateBlockedCaller({ pools, ctx, input: { id: input.params.id, patch: input.body } }),
};
