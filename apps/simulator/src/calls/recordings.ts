import { toSid } from "#sids.ts";
import type { Params } from "#webhooks/sign.ts";
import type { Endpoint } from "#world/incoming-number.ts";
import type { Recording } from "#world/recording.ts";
import { closeWork, openWork } from "./call-work.ts";
import { toRecordingUrl, toWholeSeconds } from "./leg-life.ts";
import { notify, runLater } from "./notify.ts";
import type { Session } from "./session.ts";
import { toRfc2822 } from "./voice-parameters.ts";

/** Who is told of a recording, and of which of its states. */
export type RecordingCallback = Endpoint & { readonly events: ReadonlySet<string> };

/** Starts a recording on the root leg of the call. */
export const startRecording = (
  { machine, call, leg }: Session,
  source: Recording["source"],
  channels: 1 | 2,
  callback: RecordingCallback | undefined,
): Recording => {
  const recording: Recording = {
    sid: toSid("RE", leg.sid, call.recordingsStarted++),
    accountSid: leg.accountSid,
    callSid: leg.sid,
    source,
    channels,
    startedAt: machine.clock.now(),
    status: "in-progress",
    durationSeconds: 0,
  };
  machine.world.recordings.set(recording.sid, recording);
  machine.world.accounts.get(leg.accountSid)?.recordings.set(recording.sid, recording);
  leg.recordingSids.push(recording.sid);
  tellOfRecording({ machine, call, leg }, recording, callback);
  return recording;
};

/** Ends a recording; its audio is there a moment later, and only then the callback goes out. */
export const stopRecording = (
  { machine, call, leg }: Session,
  recording: Recording,
  ms: number,
  callback: RecordingCallback | undefined,
): void => {
  recording.durationSeconds = toWholeSeconds(machine, ms);
  openWork(call);
  runLater(machine, call, machine.world.switches.measures.recordingReadyMs, () => {
    recording.status = recording.durationSeconds === 0 ? "absent" : "completed";
    tellOfRecording({ machine, call, leg }, recording, callback);
    closeWork(machine, call);
  });
};

const tellOfRecording = (
  { machine, call, leg }: Pick<Session, "machine" | "call" | "leg">,
  recording: Recording,
  callback: RecordingCallback | undefined,
): void => {
  if (callback === undefined || !callback.events.has(recording.status)) return;
  const params: Params = {
    AccountSid: recording.accountSid,
    CallSid: recording.callSid,
    RecordingSid: recording.sid,
    RecordingUrl: toRecordingUrl(machine, recording),
    RecordingStatus: recording.status,
    RecordingDuration: String(recording.durationSeconds),
    RecordingChannels: String(recording.channels),
    RecordingStartTime: toRfc2822(recording.startedAt),
    RecordingSource: recording.source,
    RecordingTrack: "both",
    ErrorCode: "0",
  };
  notify(machine, call, { leg, purpose: `recording:${recording.status}`, endpoint: callback, params });
};
