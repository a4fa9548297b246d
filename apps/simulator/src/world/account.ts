import type { Leg } from "#calls/leg.ts";
import type { IncomingNumber } from "./incoming-number.ts";
import type { Recording } from "./recording.ts";

/** One carrier account: its credentials and everything that belongs to it. */
export type Account = {
  readonly sid: string;
  readonly authToken: string;
  readonly friendlyName: string;
  readonly createdAt: number;
  readonly numbers: Map<string, IncomingNumber>;
  readonly verifiedCallerIds: Set<string>;
  /** Oldest first. */
  readonly legs: Leg[];
  readonly recordings: Map<string, Recording>;
};

export type NewAccount = {
  /** Starts with the simulator's prefix; made up when absent. */
  readonly sid?: string;
  readonly authToken?: string;
  readonly friendlyName?: string;
  readonly verifiedCallerIds?: readonly string[];
};
