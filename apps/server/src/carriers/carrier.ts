import type { IncomingHttpHeaders } from "node:http";
import type { CallerPlace, DialEndedFact, Instruction, LegStatus, RecordingFact } from "@ccp/engine";

/** A webhook as it came in: the exact bytes, so that signatures can be checked over them. */
export type RawRequest = {
  method: string;
  /** Path with its query string, as received. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** A carrier's webhook in our words. Refs are the carrier's ids, of no particular format. */
export type CarrierEvent =
  | {
      kind: "call.incoming";
      accountRef: string;
      callRef: string;
      from: string;
      to: string;
      place: CallerPlace;
      stirVerstat: string | null;
      /** Set when the carrier asks the fallback address: what went wrong at the first. */
      failure: { code: string; url: string } | null;
    }
  | {
      kind: "dial.ended";
      accountRef: string;
      callRef: string;
      childRef: string | null;
      status: DialEndedFact["status"];
      seconds: number | null;
      bridged: boolean | null;
    }
  | {
      kind: "leg.progress";
      accountRef: string;
      ref: string;
      parentRef: string | null;
      status: LegStatus;
      seconds: number | null;
      sequence: number | null;
      carrierAt: number | null;
      sipCode: number | null;
    }
  | {
      kind: "recording.updated";
      accountRef: string;
      callRef: string;
      ref: string;
      status: RecordingFact["status"];
      url: string | null;
      seconds: number | null;
      channels: number | null;
    };

/** Absolute addresses, each carrying the signed route state, that the rendered instruction sends the carrier back to. */
export type StepUrls = { step: string; status: string; recording: string };

/** A carrier's own record of a leg, for settling what callbacks left open. */
export type CarrierLegRecord = {
  ref: string;
  parentRef: string | null;
  to: string;
  status: LegStatus;
  startedAt: number | null;
  endedAt: number | null;
  seconds: number | null;
};

export type CarrierRecordingRecord = {
  ref: string;
  status: RecordingFact["status"];
  url: string;
  seconds: number | null;
  channels: number | null;
};

/** REST questions to the carrier. Each rejects when the carrier cannot be reached; `findCall` is undefined when it knows no such call. */
export type CarrierClient = {
  findCall(callRef: string): Promise<CarrierLegRecord | undefined>;
  listChildCalls(callRef: string): Promise<CarrierLegRecord[]>;
  listRecordings(callRef: string): Promise<CarrierRecordingRecord[]>;
  endCall(callRef: string): Promise<void>;
  fetchRecording(recordingRef: string): Promise<{ contentType: string; body: Buffer }>;
};

export type RenderedAnswer = { contentType: string; body: string };

/** What `carriers/<name>` provides to the live path. */
export type CarrierAdapter = {
  verify(
    request: RawRequest,
    form: URLSearchParams,
    publicUrl: string,
    authTokens: readonly string[],
  ): { kind: "genuine" } | { kind: "forged"; reason: string };
  render(instruction: Instruction, urls: StepUrls): RenderedAnswer;
};
