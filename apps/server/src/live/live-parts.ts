import type { Log } from "./disk/log.ts";
import type { CarrierAdapter, Form } from "#carriers/carrier.ts";
import type { Clock } from "#clock.ts";
import type { Capacity } from "./capacity/capacity.ts";
import type { Contexts } from "./contexts.ts";
import type { Flights } from "./flights.ts";
import type { Recorder } from "./record.ts";
import type { RouteStateSealer } from "./route-state.ts";
import type { CarrierAccountEntry, SnapshotEntry } from "./snapshot/snapshot.ts";
import type { Tally } from "./tally.ts";

/** An HTTP answer to a carrier. */
export type Answer = { status: number; contentType: string | null; body: string };

/** A webhook whose signature was found genuine, with the account that it speaks for. */
export type Webhook = {
  adapter: CarrierAdapter;
  /** Path with its query string, as received. */
  url: string;
  form: Form;
  entry: SnapshotEntry;
  carrierAccount: CarrierAccountEntry;
};

/** What the handlers of the live path work with. */
export type LiveParts = {
  clock: Clock;
  log: Log;
  tally: Tally;
  capacity: Capacity;
  contexts: Contexts;
  recorder: Recorder;
  flights: Flights<Answer>;
  routeState: RouteStateSealer;
  /** Scheme, host and perhaps a path under which carriers reach us; no slash at the end. */
  publicUrl: string;
};

export type Handler = (parts: LiveParts, webhook: Webhook) => Promise<Answer>;

const emptyAnswer = (status: number): Answer => ({ status, contentType: null, body: "" });

/** Taken note of; nothing to say. */
export const noted = emptyAnswer(204);

/** Counts why a request is not served, and says so to nobody but the tally. */
export const refuse = (tally: Tally, status: number, name: string): Answer => {
  tally.add(name);
  return emptyAnswer(status);
};
