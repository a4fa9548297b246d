import type { Routes } from "#http/implementation.ts";
import { checkTarget } from "./check-target.ts";
import { getCampaignFacts } from "./get-campaign-facts.ts";
import { getPlanRoom } from "./get-plan-room.ts";
import { testDecision } from "./test-decision.ts";

export const trialRoutes: Routes<"getCampaignFacts" | "testDecision" | "checkTarget" | "getPlanRoom"> = {
  getCampaignFacts: ({ deps: { pools, preview, clock }, ctx, input }) =>
    getCampaignFacts({ pools, preview, ctx, input: { ...input.params, ...input.body }, now: clock.now() }),
  testDecision: ({ deps: { pools, preview, clock }, ctx, input }) =>
    testDecision({ pools, preview, ctx, input: { ...input.params, ...input.body }, now: clock.now() }),
  checkTarget: ({ deps: { pools, preview, clock }, ctx, input }) =>
    checkTarget({ pools, ctx, input: { ...input.params, ...input.body }, now: clock.now(), preview }),
  getPlanRoom: ({ deps: { pools, preview, clock }, ctx, input }) =>
    getPlanRoom({ pools, ctx, input: { ...input.params, ...input.query }, now: clock.now(), preview }),
};
