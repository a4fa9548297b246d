import { apiKeyRoutes } from "#modules/api-keys/api-keys.routes.ts";
import { auditRoutes } from "#modules/audit/audit.routes.ts";
import { buyerRoutes } from "#modules/buyers/buyers.routes.ts";
import { callRoutes } from "#modules/calls/calls.routes.ts";
import { campaignRoutes } from "#modules/campaigns/campaigns.routes.ts";
import { carrierAccountRoutes } from "#modules/carrier-accounts/carrier-accounts.routes.ts";
import { numberRoutes } from "#modules/numbers/numbers.routes.ts";
import { publisherRoutes } from "#modules/publishers/publishers.routes.ts";
import { quarantineRoutes } from "#modules/quarantine/quarantine.routes.ts";
import { sessionRoutes } from "#modules/sessions/sessions.routes.ts";
import { targetRoutes } from "#modules/targets/targets.routes.ts";
import { testCallRoutes } from "#modules/test-calls/test-calls.routes.ts";
import type { Implementations } from "./implementation.ts";

/** What stands behind each entry of the contract's table; one that is missing does not compile. */
export const implementations: Implementations = {
  ...apiKeyRoutes,
  ...auditRoutes,
  ...buyerRoutes,
  ...callRoutes,
  ...campaignRoutes,
  ...carrierAccountRoutes,
  ...numberRoutes,
  ...publisherRoutes,
  ...quarantineRoutes,
  ...sessionRoutes,
  ...targetRoutes,
  ...testCallRoutes,
};
