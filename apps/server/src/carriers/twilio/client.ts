import { Readable } from "node:stream";
import type { LegStatus, RecordingFact } from "@ccp/engine";
import type { CarrierClient, CarrierLegRecord, CarrierRecordingRecord } from "#carriers/carrier.ts";
import { defaultBaseUrl, loadClient, type TwilioClientOptions } from "./load-client.ts";

type CallResource = {
  sid: string;
  parentCallSid: string | null;
  to: string;
  status: LegStatus;
  startTime: Date | null;
  endTime: Date | null;
  duration: string | null;
};

type RecordingResource = {
  sid: string;
  status: string;
  duration: string | null;
  channels: number | null;
  source: string;
};

const mediaTimeoutMs = 30_000;
// A call has at most its dial attempts as children; more than this is no call of ours.
const childrenMax = 100;

const toTime = (date: Date | null): number | null => {
  const at = date?.getTime() ?? Number.NaN;
  return Number.isNaN(at) ? null : at;
};

const toSeconds = (text: string | null): number | null =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;

const toSize = (text: string | null): number | null =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;

const toLegRecord = (call: CallResource): CarrierLegRecord => ({
  ref: call.sid,
  parentRef: call.parentCallSid || null,
  to: call.to,
  status: call.status,
  startedAt: toTime(call.startTime),
  endedAt: toTime(call.endTime),
  seconds: toSeconds(call.duration),
});

const recordingStatuses: Readonly<Record<string, RecordingFact["status"]>> = {
  "in-progress": "in-progress",
  paused: "in-progress",
  stopped: "in-progress",
  processing: "in-progress",
  completed: "completed",
  absent: "absent",
};

const isNotFound = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "status" in error && error.status === 404;

/** The time limit is for the answer's head: its body lasts as long as its reader takes. */
const fetchHead = async (url: string, headers: Record<string, string>): Promise<Response> => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), mediaTimeoutMs);
  try {
    return await fetch(url, { headers, signal: abort.signal });
  } finally {
    clearTimeout(timer);
  }
};

/** REST questions to one Twilio account; every one fails after 5 s, a recording that does not begin after 30 s. */
export const createTwilioClient = (options: TwilioClientOptions): CarrierClient => {
  const { accountRef, authToken, baseUrl = defaultBaseUrl } = options;
  let loading: ReturnType<typeof loadClient> | undefined;
  const getClient = () => (loading ??= loadClient(options));
  const toRecordingUrl = (ref: string) =>
    `${baseUrl}/2010-04-01/Accounts/${accountRef}/Recordings/${encodeURIComponent(ref)}`;

  const toRecordingRecords = (recording: RecordingResource): CarrierRecordingRecord[] => {
    const status = recordingStatuses[recording.status];
    if (status === undefined) return [];
    const { sid: ref, channels, source } = recording;
    const seconds = toSeconds(recording.duration);
    return [
      { ref, isVoicemail: source === "RecordVerb", status, url: toRecordingUrl(ref), seconds, channels },
    ];
  };

  return {
    findCall: async (callRef) => {
      const client = await getClient();
      try {
        return toLegRecord(await client.calls(callRef).fetch());
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    listChildCalls: async (callRef) => {
      const client = await getClient();
      const calls = await client.calls.list({ parentCallSid: callRef, limit: childrenMax });
      return calls.map(toLegRecord);
    },
    listRecordings: async (callRef) => {
      const client = await getClient();
      const recordings = await client.recordings.list({ callSid: callRef, limit: childrenMax });
      return recordings.flatMap(toRecordingRecords);
    },
    endCall: async (callRef) => {
      const client = await getClient();
      await client.calls(callRef).update({ status: "completed" });
    },
    fetchRecording: async (recordingRef) => {
      const answer = await fetchHead(`${toRecordingUrl(recordingRef)}.wav`, {
        authorization: `Basic ${Buffer.from(`${accountRef}:${authToken}`).toString("base64")}`,
        // Packed, it would have another size than the one told.
        "accept-encoding": "identity",
      });
      if (!answer.ok || answer.body === null) {
        await answer.body?.cancel();
        throw new Error(`The carrier answered ${answer.status} for recording ${recordingRef}.`);
      }
      return {
        contentType: answer.headers.get("content-type") ?? "audio/x-wav",
        sizeBytes: answer.headers.has("content-encoding")
          ? null
          : toSize(answer.headers.get("content-length")),
        body: Readable.fromWeb(answer.body),
      };
    },
  };
};
