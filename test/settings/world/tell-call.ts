import type { CallDetail } from "@ccp/contract";
import type { CallTruth, LegTruth, Simulator } from "@ccp/simulator";

/** A call as those who were in it, and those who read of it, know it. */
export type Story = {
  /** Whom the caller reached, in the order in which they were rung. */
  rang: readonly { phone: string; sawNumber: string; ringSeconds: number; talkSeconds: number }[];
  /** What the caller was told. */
  heard: readonly string[];
  /** What the console shows of it. */
  shown: CallDetail;
};

const toRung = ({ to, from, startedAt, answeredAt, endedAt, bridgedSeconds }: LegTruth) => ({
  phone: to,
  sawNumber: from,
  ringSeconds: Math.round(((answeredAt ?? endedAt ?? startedAt) - startedAt) / 1000),
  talkSeconds: bridgedSeconds,
});

export const tellCall = (simulator: Simulator, truth: CallTruth, shown: CallDetail): Story => ({
  rang: truth.children.map(toRung),
  heard: simulator
    .listEvents(truth.callSid)
    .flatMap((event) => (event.kind === "hears" && event.legSid === truth.callSid ? [event.what] : [])),
  shown,
});
