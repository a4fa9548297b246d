import type { BookedMessage } from "@ccp/contract";
import type { CallEvent } from "@ccp/engine";
import type { Logger } from "pino";
import type { CarrierClient } from "#carriers/carrier.ts";
import type { Clock } from "#clock.ts";
import type { Pools } from "#db/client.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import type { DryRuns } from "#modules/dry-runs/dry-runs.ts";
import type { Preview } from "#modules/trials/preview.ts";
import type { SetUpGate } from "#modules/set-up/set-up-gate.ts";
import type { Sealer } from "#sealing.ts";

/** The console's live feed: `send` is called for each booking of the account until the returned function is called. */
export type Subscribe = (accountId: string, send: (message: BookedMessage) => void) => () => void;

/** All that the HTTP side needs from the outside. */
export type HttpDeps = {
  clock: Clock;
  log: Logger;
  pools: Pools;
  sealer: Sealer;
  publicUrl: string;
  /** The first signs, all verify. */
  sessionSecrets: readonly string[];
  /** Whether this process may take calls; undefined reasons are no matter of the probe. */
  isReady(): boolean;
  subscribe: Subscribe;
  /** Base address of the simulated carrier's control API; null with a real carrier. */
  simulatorUrl: string | null;
  /** Open while nobody has an account. */
  setUpGate: SetUpGate;
  /** Told of the account that was just set up; connects what the settings name. */
  onSetUp(accountId: string): Promise<void>;
  /** What decisions read of calls at once, counts, balances and agents, and where they are told of agents' presence. */
  capacity: Pick<Capacity, "readInUse" | "readUsed" | "readBalances" | "readMarks" | "note">;
  preview: Preview;
  /** Drafts of plans that are tried on past calls. */
  dryRuns: DryRuns;
  /** Has balances follow what was just booked; resolves when they have, or when that is left to later. */
  followLedger(accountId: string): Promise<void>;
  /** Undefined when the account has no such carrier account. */
  findCarrierClient(accountId: string, carrierAccountId: number): CarrierClient | undefined;
  /** Makes events of one call durable, as those that a carrier tells; rejects when they are not taken. */
  record(events: readonly CallEvent[]): Promise<void>;
  /** The built console; null where it is served by something else. */
  staticDir: string | null;
};
