/** What may be done to requests on their way. Shares are between 0 and 1; every one is 0 by default. */
export type Disturbance = {
  /** Callbacks (status, recording) sent late by a time within `delayMs`. */
  readonly delayShare: number;
  readonly delayMs: readonly [number, number];
  /** Callbacks never sent. */
  readonly dropShare: number;
  /** Callbacks sent twice, with the same idempotency token. */
  readonly duplicateShare: number;
  /** Callbacks held back until a later one of the same call was sent, or `reorderMs` passed. */
  readonly reorderShare: number;
  readonly reorderMs: number;
  /** Requests for instructions sent twice; the second answer counts, as after a lost first one. */
  readonly repeatedRequestShare: number;
  /** Requests for instructions that never arrive: after 15 s the fallback URL is asked. */
  readonly timeoutShare: number;
};

/** What no public source settles about the carrier; each default is a guess that can be turned. */
export type Behaviour = {
  /** The caller leaves while a Dial rings: is the action still requested, and what does it say? */
  readonly actionAfterCallerLeft: "requested" | "skipped";
  readonly dialStatusAfterCallerLeft: "no-answer" | "canceled";
  readonly childStatusAfterCallerLeft: "canceled" | "no-answer";
  /** The final status of an inbound leg that nothing answered. */
  readonly unansweredParentStatus: "no-answer" | "canceled" | "completed";
  readonly dialDurationAfterRefusedScreen: "zero" | "answered-seconds";
  readonly sequentialTimeout: "each" | "whole-list";
  /** In a parallel dial: who stops the other phones, the first to pick up or the first to pass its screen? */
  readonly parallelWinner: "first-answer" | "first-accept";
  readonly losingLegStatus: "canceled" | "no-answer";
  readonly rounding: "nearest" | "floor" | "ceil";
  readonly dualChannelOrder: "parent-first" | "child-first";
  readonly sendsCallToken: boolean;
  readonly pauseAnswersWhenFirst: boolean;
};

/** Plain measures of the simulated network. */
export type Measures = {
  /** Added to the timeout of every Dial. */
  readonly dialTimeoutExtraSeconds: number;
  /** From the start of an outbound leg to its first ring. */
  readonly setupMs: number;
  /** Between attempts of a request that is retried. */
  readonly retryPauseMs: number;
  /** From the end of a recording to its availability. */
  readonly recordingReadyMs: number;
  /** The stand-in for the length of every played file. */
  readonly playSeconds: number;
};

export type Switches = {
  readonly disturbance: Disturbance;
  readonly behaviour: Behaviour;
  readonly measures: Measures;
};

/** A change to some switches; what is absent stays. */
export type SwitchChange = { readonly [Group in keyof Switches]?: Partial<Switches[Group]> };

export const defaultSwitches: Switches = {
  disturbance: {
    delayShare: 0,
    delayMs: [100, 5000],
    dropShare: 0,
    duplicateShare: 0,
    reorderShare: 0,
    reorderMs: 5000,
    repeatedRequestShare: 0,
    timeoutShare: 0,
  },
  behaviour: {
    actionAfterCallerLeft: "requested",
    dialStatusAfterCallerLeft: "no-answer",
    childStatusAfterCallerLeft: "canceled",
    unansweredParentStatus: "no-answer",
    dialDurationAfterRefusedScreen: "zero",
    sequentialTimeout: "each",
    parallelWinner: "first-answer",
    losingLegStatus: "canceled",
    rounding: "nearest",
    dualChannelOrder: "parent-first",
    sendsCallToken: true,
    pauseAnswersWhenFirst: false,
  },
  measures: {
    dialTimeoutExtraSeconds: 5,
    setupMs: 200,
    retryPauseMs: 1000,
    recordingReadyMs: 2000,
    playSeconds: 5,
  },
};

export const changeSwitches = (switches: Switches, change: SwitchChange): Switches => ({
  disturbance: { ...switches.disturbance, ...change.disturbance },
  behaviour: { ...switches.behaviour, ...change.behaviour },
  measures: { ...switches.measures, ...change.measures },
});
