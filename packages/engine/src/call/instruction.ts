import type { Destination } from "#book.ts";

/** What the carrier is to do next with the caller, in our own words; `carriers/` turns it into markup. */
export type Instruction =
  | {
      kind: "dial";
      attempt: number;
      destination: Destination;
      /** Who rings at the same time; the first to answer is joined to the caller. */
      beside?: readonly { attempt: number; destination: Destination }[];
      ringTimeoutSeconds: number;
      timeLimitSeconds: number;
      callerId: string;
      record: boolean;
    }
  | { kind: "say-and-hang-up"; text: string }
  | { kind: "take-message"; greeting: string; maxSeconds: number }
  | { kind: "hang-up" };
