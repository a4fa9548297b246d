import { getLegSeconds, toRecordingUrl } from "#calls/leg-life.ts";
import type { CallStatus } from "#calls/leg.ts";
import type { Session } from "#calls/session.ts";
import type { Params } from "#webhooks/sign.ts";
import type { Recording } from "#world/recording.ts";
import type { Child, DialRun } from "./child.ts";
import type { Noun } from "./nouns.ts";

/** What the action hears of a Dial. */
export type DialOutcome = {
  readonly status: CallStatus;
  readonly isBridged: boolean;
  /** Absent when the called leg was redirected before its end. */
  readonly seconds?: number;
  readonly childSid?: string;
  readonly recordingParams?: Params;
};

/** Sums up a Dial: the phone that was bridged, or else the best excuse of those that were not. */
export const describeDial = (
  run: DialRun,
  winner: Child | undefined,
  recording: Recording | undefined,
): DialOutcome => {
  const told = winner ?? run.children.find(({ state }) => state === "refused") ?? run.children.at(-1);
  const seconds = getDialSeconds(run, told);
  return {
    status: winner === undefined ? toUnbridgedStatus(run.children) : "completed",
    isBridged: winner !== undefined,
    ...(told === undefined ? {} : { childSid: told.leg.sid }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(recording === undefined
      ? {}
      : {
          recordingParams: {
            RecordingUrl: toRecordingUrl(run.parent.machine, recording),
            RecordingSid: recording.sid,
            RecordingDuration: String(recording.durationSeconds),
          },
        }),
  };
};

const getDialSeconds = (run: DialRun, told: Child | undefined): number | undefined => {
  const { machine } = run.parent;
  if (told?.state === "left") return undefined;
  if (told === undefined) return 0;
  const isZero = machine.world.switches.behaviour.dialDurationAfterRefusedScreen === "zero";
  return told.leg.bridgedMs === 0 && isZero ? 0 : getLegSeconds(machine, told.leg);
};

/** An answered phone outweighs an unanswered one, that a busy one, that a failed one. */
const toUnbridgedStatus = (children: readonly Child[]): CallStatus => {
  const statuses = new Set(children.map(({ leg }) => leg.status));
  const weighed: readonly CallStatus[] = ["completed", "in-progress", "no-answer", "busy", "canceled"];
  const heaviest = weighed.find((status) => statuses.has(status)) ?? "failed";
  return heaviest === "in-progress" ? "completed" : heaviest;
};

/** A caller id must be a side of the call, a number of the account or a verified number. */
export const isCallerIdAllowed = (session: Session, callerId: string, nouns: readonly Noun[]): boolean => {
  const { leg, machine } = session;
  if (callerId === leg.from || callerId === leg.to || callerId.startsWith("client:")) return true;
  if (nouns.every(({ destination }) => /^sips?:/.test(destination))) return /^[\w.+-]+$/.test(callerId);
  const account = machine.world.accounts.get(leg.accountSid);
  return machine.world.numbers.get(callerId)?.accountSid === leg.accountSid
    ? true
    : account?.verifiedCallerIds.has(callerId) === true;
};
