import type { Random } from "./random.ts";

/** A fixed number of seconds, or a range from which the seed picks. */
export type Seconds = number | readonly [number, number];

/** What a person or machine does when a document asks for input: one reply to each request, in turn. */
export type Reply =
  | { readonly kind: "digits"; readonly digits: string; readonly afterSeconds?: Seconds }
  | {
      readonly kind: "speech";
      readonly text: string;
      readonly confidence?: number;
      readonly afterSeconds?: Seconds;
    }
  | { readonly kind: "message"; readonly seconds: Seconds; readonly endsWith?: "silence" | "hangup" | "#" }
  | { readonly kind: "silence" };

/** How the called side behaves. */
export type FarEnd =
  | {
      readonly kind: "answer";
      readonly afterSeconds: Seconds;
      /** Counted from the bridge. */
      readonly talkSeconds: Seconds;
      readonly hangsUp: "caller" | "callee";
      /** What the called person does at a screen, such as pressing 1. */
      readonly replies?: readonly Reply[];
    }
  | { readonly kind: "voicemail"; readonly afterSeconds: Seconds; readonly listensSeconds: Seconds }
  | { readonly kind: "busy"; readonly afterSeconds?: Seconds }
  | { readonly kind: "failed"; readonly afterSeconds?: Seconds; readonly sipResponseCode?: number }
  | { readonly kind: "no-answer" }
  | { readonly kind: "mix"; readonly of: readonly { readonly weight: number; readonly farEnd: FarEnd }[] };

/** One behaviour, or a list used one call after the other (the last one stays). */
export type FarEndPlan = FarEnd | readonly FarEnd[];

/** What a leg will really do: every range and mix decided. */
export type DecidedFarEnd = {
  readonly outcome: "answer" | "busy" | "failed" | "no-answer";
  readonly afterMs: number;
  readonly talkMs: number;
  readonly hangsUp: "caller" | "callee";
  readonly sipResponseCode: number;
  readonly isMachine: boolean;
  readonly replies: readonly Reply[];
};

/** Destinations that no table names: they answer after 3 s, talk for 60 s and hang up. */
export const defaultFarEnd: FarEnd = { kind: "answer", afterSeconds: 3, talkSeconds: 60, hangsUp: "callee" };

export const toMs = (seconds: Seconds, random: Random): number =>
  Math.round(1000 * (typeof seconds === "number" ? seconds : random.between(seconds)));

/** Decides what this leg does. */
export const decideFarEnd = (farEnd: FarEnd, random: Random): DecidedFarEnd => {
  const silent = { afterMs: 0, talkMs: 0, hangsUp: "callee", isMachine: false, replies: [] } as const;
  switch (farEnd.kind) {
    case "mix":
      return decideFarEnd(pickWeighted(farEnd.of, random), random);
    case "answer":
      return {
        outcome: "answer",
        afterMs: toMs(farEnd.afterSeconds, random),
        talkMs: toMs(farEnd.talkSeconds, random),
        hangsUp: farEnd.hangsUp,
        sipResponseCode: 200,
        isMachine: false,
        replies: farEnd.replies ?? [],
      };
    case "voicemail":
      return {
        ...silent,
        outcome: "answer",
        afterMs: toMs(farEnd.afterSeconds, random),
        talkMs: toMs(farEnd.listensSeconds, random),
        sipResponseCode: 200,
        isMachine: true,
      };
    case "busy":
      return {
        ...silent,
        outcome: "busy",
        afterMs: toMs(farEnd.afterSeconds ?? 1, random),
        sipResponseCode: 486,
      };
    case "failed":
      return {
        ...silent,
        outcome: "failed",
        afterMs: toMs(farEnd.afterSeconds ?? 0, random),
        sipResponseCode: farEnd.sipResponseCode ?? 404,
      };
    case "no-answer":
      return { ...silent, outcome: "no-answer", sipResponseCode: 487 };
  }
};

const pickWeighted = (of: readonly { weight: number; farEnd: FarEnd }[], random: Random): FarEnd => {
  let rest = random.next() * of.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, farEnd } of of) {
    rest -= weight;
    if (rest < 0) return farEnd;
  }
  return defaultFarEnd;
};
