import type { Routes } from "#http/implementation.ts";
import { checkTarget } from "./check-target.ts";
import { getCampaignFacts } from "./get-campaign-facts.ts";
import { testDecision } from "./test-decision.ts";

export const trialRoutes: Routes<"getCampaignFacts" | "testDecision" | "checkTarget"> = {
  getCampaignFacts: ({ deps: { pools, preview, clock }, ctx, input }) =>
    getCampaignFacts({ pools, preview, ctx, input: { ...input.params, ...input.body }, now: clock.now() }),
  testDecision: ({ deps: { pools, preview, clock }, ctx, input }) =>
    testDecision({ pools, preview, ctx, input: { ...input.params, ...input.body }, now: clock.now() }),
  checkTarget: ({ deps: { pools, preview, clock }, ctx, input }) =>
    checkTarget({ pools, ctx, input: { ...input.params, ...input.body }, now: clock.now(), preview }),
};
