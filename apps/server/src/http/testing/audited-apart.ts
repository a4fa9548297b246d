import type { EndpointId } from "@ccp/contract";

/** Writes that not every account can be asked for: each is prepared for in a test of its own. */
export const auditedApart = [
  "changePassword",
  "connectSimulator",
  "loadDemo",
  "removeDemo",
  "reportConversion",
  "setDemoTraffic",
] as const satisfies readonly EndpointId[];
