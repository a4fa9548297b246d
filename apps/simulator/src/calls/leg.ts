import type { DecidedFarEnd, Reply } from "#far-ends.ts";
import type { Endpoint } from "#world/incoming-number.ts";

export type CallStatus =
  | "queued"
  | "initiated"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "failed"
  | "no-answer"
  | "canceled";

export type CallEventName = "initiated" | "ringing" | "answered" | "completed";

/** Why the document of a leg stops before its end. */
export type Interruption =
  | { readonly kind: "hung-up"; readonly by: "far-end" | "carrier"; readonly at: number }
  | { readonly kind: "redirected"; readonly target: DocumentSource };

/** Where the next document comes from. */
export type DocumentSource =
  | { readonly kind: "url"; readonly endpoint: Endpoint }
  | { readonly kind: "text"; readonly twiml: string };

/** One side of a call: an own id, an own life. */
export type Leg = {
  readonly sid: string;
  readonly accountSid: string;
  readonly parentSid?: string;
  readonly direction: "inbound" | "outbound-dial" | "outbound-api";
  readonly from: string;
  readonly to: string;
  readonly phoneNumberSid?: string;
  /** Which of the call's Dials made it, from 1 on. */
  readonly dial?: number;
  readonly createdAt: number;
  /** What the person or machine at its end does; the caller of an inbound leg has a script instead. */
  readonly farEnd?: DecidedFarEnd;
  readonly statusCallback?: Endpoint & { readonly events: ReadonlySet<string> };
  readonly fallback?: Endpoint;
  status: CallStatus;
  updatedAt: number;
  ringingAt?: number;
  answeredAt?: number;
  endedAt?: number;
  /** Counts the status callbacks of this leg. */
  sequence: number;
  sipResponseCode: number;
  /** Was connected with the other side, for however short a time. */
  isBridged: boolean;
  bridgedMs: number;
  /** What is still to come in answer to requests for input. */
  readonly replies: Reply[];
  readonly recordingSids: string[];
  /** Present while a document listens for keys. */
  onKey?: (key: string) => void;
  /** Set when the leg must stop what it does; `onInterruption` is present while it waits. */
  interruption?: Interruption;
  onInterruption?: () => void;
};

export const isFinal = (status: CallStatus): boolean =>
  !["queued", "initiated", "ringing", "in-progress"].includes(status);
