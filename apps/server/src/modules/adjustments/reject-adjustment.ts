import type { Adjustment } from "@ccp/contract";
import type { AtNow } from "#http/verb.ts";
import { decideAdjustment, type Decision } from "./decide-adjustment.ts";

export const rejectAdjustment = (verb: AtNow<Decision>): Promise<Adjustment> =>
  decideAdjustment(verb, { action: "reject", from: "requested", to: "rejected" });
