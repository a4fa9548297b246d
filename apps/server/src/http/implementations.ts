import { accountRoutes } from "#modules/accounts/accounts.routes.ts";
import { adjustmentRoutes } from "#modules/adjustments/adjustments.routes.ts";
import { agentGroupRoutes } from "#modules/agent-groups/agent-groups.routes.ts";
import { agentRoutes } from "#modules/agents/agents.routes.ts";
import { apiKeyRoutes } from "#modules/api-keys/api-keys.routes.ts";
import { auditRoutes } from "#modules/audit/audit.routes.ts";
import { blockedCallerRoutes } from "#modules/blocked-callers/blocked-callers.routes.ts";
import { buyerRoutes } from "#modules/buyers/buyers.routes.ts";
import { callRoutes } from "#modules/calls/calls.routes.ts";
import { campaignRoutes } from "#modules/campaigns/campaigns.routes.ts";
import { carrierAccountRoutes } from "#modules/carrier-accounts/carrier-accounts.routes.ts";
import { dashboardRoutes } from "#modules/dashboard/dashboard.routes.ts";
import { documentRoutes } from "#modules/documents/documents.routes.ts";
import { dryRunRoutes } from "#modules/dry-runs/dry-runs.routes.ts";
import { figureRoutes } from "#modules/figures/figures.routes.ts";
import { liveCallRoutes } from "#modules/live-calls/live-calls.routes.ts";
import { checklistRoutes } from "#modules/checklist/checklist.routes.ts";
import { demoRoutes } from "#modules/demo/demo.routes.ts";
import { numberRoutes } from "#modules/numbers/numbers.routes.ts";
import { paymentRoutes } from "#modules/payments/payments.routes.ts";
import { planRoutes } from "#modules/plans/plans.routes.ts";
import { publisherRoutes } from "#modules/publishers/publishers.routes.ts";
import { quarantineRoutes } from "#modules/quarantine/quarantine.routes.ts";
import { referenceRoutes } from "#modules/references/references.routes.ts";
import { searchRoutes } from "#modules/search/search.routes.ts";
import { sessionRoutes } from "#modules/sessions/sessions.routes.ts";
import { setUpRoutes } from "#modules/set-up/set-up.routes.ts";
import { targetGroupRoutes } from "#modules/target-groups/target-groups.routes.ts";
import { targetRoutes } from "#modules/targets/targets.routes.ts";
import { testCallRoutes } from "#modules/test-calls/test-calls.routes.ts";
import { trialRoutes } from "#modules/trials/trials.routes.ts";
import { valueListRoutes } from "#modules/value-lists/value-lists.routes.ts";
import { userRoutes } from "#modules/users/users.routes.ts";
import type { Implementations } from "./implementation.ts";

/** What stands behind each entry of the contract's table; one that is missing does not compile. */
export const implementations: Implementations = {
  ...accountRoutes,
  ...adjustmentRoutes,
  ...agentRoutes,
  ...agentGroupRoutes,
  ...apiKeyRoutes,
  ...auditRoutes,
  ...blockedCallerRoutes,
  ...valueListRoutes,
  ...buyerRoutes,
  ...callRoutes,
  ...campaignRoutes,
  ...carrierAccountRoutes,
  ...dashboardRoutes,
  ...dryRunRoutes,
  ...figureRoutes,
  ...liveCallRoutes,
  ...checklistRoutes,
  ...demoRoutes,
  ...documentRoutes,
  ...numberRoutes,
  ...paymentRoutes,
  ...planRoutes,
  ...publisherRoutes,
  ...quarantineRoutes,
  ...referenceRoutes,
  ...searchRoutes,
  ...sessionRoutes,
  ...setUpRoutes,
  ...targetGroupRoutes,
  ...targetRoutes,
  ...testCallRoutes,
  ...trialRoutes,
  ...userRoutes,
};
