import type { DialEndedFact, LegFact, RecordingFact, VoicemailFact } from "#call/event.ts";
import { legFact, tell, tellArrival, type Stage } from "./stage.ts";
import type { Moment } from "./scenario.ts";

/** The moment's news of the call, in the order in which facts follow one another. */
export const tellFacts = (stage: Stage, told: Moment): void => {
  if (told.arrived) tellArrival(stage, told.arrived);
  if (told.leg) {
    const { attempt, ...rest } = told.leg as Partial<LegFact>;
    tell(stage, legFact(attempt ?? null, rest));
  }
  if (told.dialEnded) {
    const dialEnded: DialEndedFact = {
      kind: "dial-ended",
      attempt: 1,
      childRef: null,
      status: "completed",
      seconds: null,
      bridged: null,
    };
    tell(stage, { ...dialEnded, ...told.dialEnded });
  }
  if (told.recording) {
    const recording: RecordingFact = {
      kind: "recording",
      ref: "RE1",
      status: "completed",
      url: null,
      seconds: null,
      channels: 2,
    };
    tell(stage, { ...recording, ...told.recording });
  }
  if (told.voicemail) {
    const voicemail: VoicemailFact = {
      kind: "voicemail",
      ref: "RE1",
      status: "completed",
      url: null,
      seconds: null,
      channels: 1,
    };
    tell(stage, { ...voicemail, ...told.voicemail });
  }
  if (told.converted !== undefined) tell(stage, { kind: "converted", attempt: told.converted });
  if (told.reported !== undefined) tell(stage, { kind: "reported-conversion", ...told.reported });
};
