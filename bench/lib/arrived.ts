import type { ArrivedFact } from "@ccp/engine";

/** A call of this caller to the bench's campaign. */
export const toArrived = (from: string): ArrivedFact => ({
  kind: "arrived",
  carrierAccountId: 1,
  carrierAccountRef: "AC1",
  carrierCallRef: "CA1",
  from,
  to: "+12025550101",
  numberId: 1,
  campaignId: "campaign",
  publisherId: null,
  place: { city: null, state: "CA", zip: null, country: "US" },
  stirVerstat: null,
  currency: "USD",
});
