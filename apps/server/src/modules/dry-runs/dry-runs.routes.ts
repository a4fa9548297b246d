import type { Routes } from "#http/implementation.ts";
import { getDryRun } from "./get-dry-run.ts";
import { startDryRun } from "./start-dry-run.ts";

export const dryRunRoutes: Routes<"startDryRun" | "getDryRun"> = {
  startDryRun: ({ deps: { pools, clock, capacity, dryRuns }, ctx, input }) =>
    startDryRun({ pools, clock, capacity, dryRuns, ctx, input: { ...input.params, ...input.body } }),
  getDryRun: ({ deps: { dryRuns }, ctx, input }) =>
    Promise.resolve(getDryRun({ dryRuns, ctx, input: input.params })),
};
