import type { Machine } from "#machine.ts";
import { notify } from "./notify.ts";
import type { Params } from "#webhooks/sign.ts";
import type { Call } from "./call.ts";
import { closeWork } from "./call-work.ts";
import { isFinal, type CallEventName, type CallStatus, type Leg } from "./leg.ts";
import { tell } from "./tell.ts";
import { toRfc2822, toVoiceParameters } from "./voice-parameters.ts";

/** Moves a leg on in its life and sends the callback that was asked for. */
export const setStatus = (machine: Machine, call: Call, leg: Leg, status: CallStatus): void => {
  const now = machine.clock.now();
  leg.status = status;
  leg.updatedAt = now;
  if (status === "ringing") leg.ringingAt = now;
  if (status === "in-progress") leg.answeredAt = now;
  tell(machine, call, leg, { kind: "status", status });
  sendStatus(machine, call, leg);
};

/** Ends a leg once; later endings change nothing. */
export const endLeg = (
  machine: Machine,
  call: Call,
  leg: Leg,
  status: CallStatus,
  endedAt: number = machine.clock.now(),
): void => {
  if (leg.endedAt !== undefined) return;
  leg.endedAt = endedAt;
  if (leg.answeredAt === undefined && leg.sipResponseCode === 200) leg.sipResponseCode = 487;
  setStatus(machine, call, leg, status);
  closeWork(machine, call);
};

const eventNames: { readonly [Status in CallStatus]?: CallEventName } = {
  initiated: "initiated",
  ringing: "ringing",
  "in-progress": "answered",
};

const sendStatus = (machine: Machine, call: Call, leg: Leg): void => {
  const isEnd = isFinal(leg.status);
  const event = isEnd ? "completed" : eventNames[leg.status];
  const callback = leg.statusCallback;
  if (callback === undefined || event === undefined || !callback.events.has(event)) return;
  const params: Params = {
    ...toVoiceParameters(machine, call, leg),
    Timestamp: toRfc2822(isEnd ? (leg.endedAt ?? 0) : machine.clock.now()),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(leg.sequence),
    ...(isEnd ? toEnding(machine, leg) : {}),
  };
  leg.sequence += 1;
  notify(machine, call, { leg, purpose: `status:${event}`, endpoint: callback, params });
};

/** Seconds in CallDuration, started minutes in Duration. */
const toEnding = (machine: Machine, leg: Leg): Params => {
  const seconds = getLegSeconds(machine, leg);
  const recording = machine.world.recordings.get(leg.recordingSids[0] ?? "");
  return {
    CallDuration: String(seconds),
    Duration: String(Math.ceil(seconds / 60)),
    ...(leg.direction === "inbound" ? {} : { SipResponseCode: String(leg.sipResponseCode) }),
    ...(recording === undefined
      ? {}
      : {
          RecordingSid: recording.sid,
          RecordingUrl: toRecordingUrl(machine, recording),
          RecordingDuration: String(recording.durationSeconds),
        }),
  };
};

/** Whole seconds from answer to end, 0 when never answered. */
export const getLegSeconds = (machine: Machine, leg: Leg): number =>
  leg.answeredAt === undefined
    ? 0
    : toWholeSeconds(machine, (leg.endedAt ?? machine.clock.now()) - leg.answeredAt);

export const toWholeSeconds = (machine: Machine, ms: number): number => {
  const round = { nearest: Math.round, floor: Math.floor, ceil: Math.ceil };
  return round[machine.world.switches.behaviour.rounding](ms / 1000);
};

/** The address of a recording, without the ending that chooses a format. */
export const toRecordingUrl = (
  machine: Machine,
  { accountSid, sid }: { accountSid: string; sid: string },
): string => `${machine.baseUrl}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
