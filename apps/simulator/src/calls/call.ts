import type { Activity } from "#activity.ts";
import type { FarEnd, FarEndPlan, Reply, Seconds } from "#far-ends.ts";
import type { Random } from "#random.ts";
import type { Disturbance } from "#switches.ts";
import type { Leg } from "./leg.ts";

/** What the caller does, and what is special about this call. */
export type CallScript = {
  /** The caller's answers to requests for input, in turn. */
  readonly replies?: readonly Reply[];
  /** The caller hangs up this long after placing the call, whatever happens then. */
  readonly hangsUpAfterSeconds?: Seconds;
  /** Destinations as they behave for this call only. */
  readonly farEnds?: { readonly [destination: string]: FarEndPlan };
  /** What this call meets at each destination it dials, in turn and whichever that is; the last one stays. */
  readonly farEndsInTurn?: readonly FarEnd[];
  readonly disturbance?: Partial<Disturbance>;
  readonly stirVerstat?: string;
  readonly forwardedFrom?: string;
  readonly callerName?: string;
};

export type NewCall = { readonly from: string; readonly to: string; readonly script?: CallScript };

/** One thing that happened in a call, in the words of somebody who listens in. */
export type CallEvent = { readonly at: number; readonly legSid: string } & (
  | { readonly kind: "status"; readonly status: string }
  | { readonly kind: "hears"; readonly what: string }
  | { readonly kind: "does"; readonly what: string }
  | { readonly kind: "bridged"; readonly withSid: string }
  | {
      readonly kind: "request";
      readonly purpose: string;
      readonly url: string;
      readonly status: number | string;
      readonly tookMs: number;
    }
  | { readonly kind: "fault"; readonly code: number; readonly message: string }
);

/** A call as a whole: the leg that came first and the legs it made. */
export type Call = {
  readonly sid: string;
  readonly root: Leg;
  readonly legs: Leg[];
  readonly script: CallScript;
  readonly random: Random;
  readonly activity: Activity;
  /** Emptied when the simulator forgets transcripts of old calls. */
  events: CallEvent[];
  readonly listeners: Set<(event: CallEvent | "end") => void>;
  /** Requests that were answered with a 2xx, as `purpose:legSid[:status]`. */
  readonly acknowledged: string[];
  /** Callbacks held back so that a later one overtakes them. */
  readonly heldBack: Set<() => void>;
  /** How often each destination was dialled, for far ends that change from call to call. */
  readonly dialled: Map<string, number>;
  faults: number;
  documents: number;
  /** Dials that were carried out. */
  dials: number;
  recordingsStarted: number;
  /** Legs and callbacks that have not ended. */
  openWork: number;
  /** Everything about the call has ended, its callbacks included. */
  isOver: boolean;
};
