export type RecordingStatus = "in-progress" | "completed" | "absent";

/** What was recorded; the audio itself is made when it is asked for. */
export type Recording = {
  readonly sid: string;
  readonly accountSid: string;
  /** The parent leg of a two-leg call. */
  readonly callSid: string;
  readonly source: "DialVerb" | "RecordVerb" | "OutboundAPI";
  readonly channels: 1 | 2;
  readonly startedAt: number;
  status: RecordingStatus;
  durationSeconds: number;
};
