import type { CampaignBook } from "#book.ts";
import { toCounts } from "#cap/to-counts.ts";
import { toPastCall, type PastCall } from "#dry-run/past-call.ts";
import type { ArrivedFact } from "#call/event.ts";
import { emptyCall } from "#call/fold.ts";
import { createStage, decide, tell, tellArrival, type Stage } from "./stage.ts";

/** One call of a day: when it comes, and how long it talks to whom it reaches first; nobody answers where that is 0. */
export type ToldCall = { id: string; second: number; talks: number; arrived?: Partial<ArrivedFact> };

const hangUp = (stage: Stage, seconds: number | null): void => {
  const status = "completed" as const;
  tell(stage, {
    kind: "leg",
    ref: "CA-caller",
    parentRef: null,
    attempt: null,
    status,
    seconds,
    sequence: null,
    carrierAt: null,
    sipCode: null,
    source: "callback",
  });
};

/** The call as it went by the campaign; caps count what came of the calls before it. */
const playCall = (stage: Stage, { id, second, talks, arrived }: ToldCall): PastCall => {
  const from = stage.now;
  stage.state = emptyCall(id, "account");
  stage.now += second * 1000;
  tellArrival(stage, arrived);
  const { fact } = decide(stage, { kind: "arrived" }, id);
  if (fact.choice.kind === "dial") {
    stage.now += talks * 1000;
    const { attempt } = fact.choice;
    const isTaken = talks > 0;
    tell(stage, {
      kind: "dial-ended",
      attempt,
      childRef: null,
      status: isTaken ? "completed" : "no-answer",
      seconds: isTaken ? talks : null,
      bridged: isTaken ? true : null,
    });
  }
  hangUp(stage, talks);
  for (const [counter, by] of toCounts(stage.state)) {
    stage.counted.set(counter, (stage.counted.get(counter) ?? 0n) + by);
  }
  stage.now = from;
  const past = toPastCall(stage.state, stage.campaign);
  if (past === undefined) throw new Error("The call was not decided.");
  return past;
};

/** Calls as they went by the campaign, one after another. */
export const playCalls = (campaign: CampaignBook, calls: readonly ToldCall[]): PastCall[] => {
  const stage = createStage(campaign);
  return calls.map((call) => playCall(stage, call));
};
