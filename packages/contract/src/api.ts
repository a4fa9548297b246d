import type { Endpoint } from "./endpoint.ts";
import { accountEndpoints } from "./api-account.ts";
import { agentGroupEndpoints } from "./api-agent-groups.ts";
import { agentEndpoints } from "./api-agents.ts";
import { adjustmentEndpoints } from "./api-adjustments.ts";
import { callEndpoints } from "./api-calls.ts";
import { buyerEndpoints } from "./api-buyers.ts";
import { blockedCallerEndpoints } from "./api-blocked-callers.ts";
import { campaignEndpoints } from "./api-campaigns.ts";
import { documentEndpoints } from "./api-documents.ts";
import { lookupEndpoints } from "./api-lookup.ts";
import { numberEndpoints } from "./api-numbers.ts";
import { paymentEndpoints } from "./api-payments.ts";
import { planEndpoints } from "./api-plans.ts";
import { publisherEndpoints } from "./api-publishers.ts";
import { targetEndpoints } from "./api-targets.ts";
import { targetGroupEndpoints } from "./api-target-groups.ts";
import { valueListEndpoints } from "./api-value-lists.ts";
import { workspaceEndpoints } from "./api-workspace.ts";

/** Every operation of the HTTP API, by operation id. */
export const api = {
  ...accountEndpoints,
  ...workspaceEndpoints,
  ...campaignEndpoints,
  ...publisherEndpoints,
  ...numberEndpoints,
  ...buyerEndpoints,
  ...targetEndpoints,
  ...valueListEndpoints,
  ...targetGroupEndpoints,
  ...agentEndpoints,
  ...agentGroupEndpoints,
  ...planEndpoints,
  ...blockedCallerEndpoints,
  ...lookupEndpoints,
  ...callEndpoints,
  ...adjustmentEndpoints,
  ...documentEndpoints,
  ...paymentEndpoints,
} satisfies Record<string, Endpoint>;

export type Api = typeof api;

export type EndpointId = keyof Api;
