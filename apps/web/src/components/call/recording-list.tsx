import type { CallDetail } from "@ccp/contract";
import { recordingUrl } from "#api/client.ts";
import { Duration } from "#components/duration.tsx";
import { RecordingPlayer } from "./recording-player.tsx";

const sayings = {
  "in-progress": "The call is being recorded.",
  absent: "The carrier was asked to record and had nothing to keep.",
  failed: "The carrier could not make the recording.",
};

const voicemailSayings = {
  "in-progress": "The caller is leaving a message.",
  absent: "The caller was asked for a message and left none.",
  failed: "The carrier could not record the caller's message.",
};

/** What was recorded of the call, and in words why there is nothing where there is nothing. */
type RecordingListProps = Pick<CallDetail, "call" | "recordings"> & {
  /** Whether the first one plays as soon as it is shown. */
  isPlaying?: boolean;
};

export const RecordingList = ({ call, recordings, isPlaying = false }: RecordingListProps) => (
  <>
    {recordings.length === 0 && (
      <p className="text-grey-11">
        {call.status === "ended" ? "This call was not recorded." : "Nothing has been recorded yet."}
      </p>
    )}
    <ul className="grid gap-4" role="list">
      {recordings.map(({ ref, isVoicemail, status, seconds }, index) => (
        <li key={ref} className="grid gap-1">
          {isVoicemail && <h3 className="text-label font-medium">Voicemail</h3>}
          {status === "completed" ? (
            <RecordingPlayer
              url={recordingUrl(call.id, ref)}
              seconds={seconds}
              isFirst={index === 0}
              startsPlaying={isPlaying && index === 0}
            />
          ) : (
            <p className="text-grey-11">{(isVoicemail ? voicemailSayings : sayings)[status]}</p>
          )}
          {status !== "completed" && seconds !== null && <Duration seconds={seconds} />}
        </li>
      ))}
    </ul>
  </>
);
