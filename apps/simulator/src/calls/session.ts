import type { Machine } from "#machine.ts";
import type { TwimlElement } from "#twiml/parse-twiml.ts";
import type { Params } from "#webhooks/sign.ts";
import type { Endpoint } from "#world/incoming-number.ts";
import type { Call } from "./call.ts";
import type { Leg } from "./leg.ts";

/** A leg that runs documents, with all it needs. */
export type Session = {
  readonly machine: Machine;
  readonly call: Call;
  readonly leg: Leg;
  /** A screen runs on the called side before the bridge and knows fewer verbs. */
  readonly role: "main" | "screen";
  readonly verbs: VerbTable;
  /** What relative addresses in the running document refer to. */
  documentUrl: string;
};

/** A request for instructions: the call waits for its answer. */
export type Question = {
  readonly endpoint: Endpoint;
  /** What it is, such as `voice` or `dial-action`. */
  readonly purpose: string;
  /** What the verb adds to the standard parameters. */
  readonly params: Params;
};

/** Where a verb leaves the call. */
export type Step =
  | { readonly kind: "next" }
  | { readonly kind: "go"; readonly question: Question }
  | { readonly kind: "end"; readonly how: "hung-up" | "rejected" | "busy" }
  /** The document cannot be run on; it was reported already. */
  | { readonly kind: "fault"; readonly code: number };

export type PlayVerb = (session: Session, element: TwimlElement) => Promise<Step>;

export type VerbTable = ReadonlyMap<string, PlayVerb>;
