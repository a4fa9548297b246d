import type { CallDetail } from "@ccp/contract";
import { recordingUrl } from "#api/client.ts";
import { Duration } from "#components/duration.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { RecordingPlayer } from "./recording-player.tsx";

const sayings = {
  "in-progress": "The call is being recorded.",
  absent: "The carrier was asked to record and had nothing to keep.",
  failed: "The carrier could not make the recording.",
};

/** What was recorded of the call, and in words why there is nothing where there is nothing. */
export const RecordingCard = ({ call, recordings }: Pick<CallDetail, "call" | "recordings">) => (
  <Card>
    <CardTitle>Recording</CardTitle>
    {recordings.length === 0 && (
      <p className="text-grey-11">
        {call.status === "ended" ? "This call was not recorded." : "Nothing has been recorded yet."}
      </p>
    )}
    <ul className="grid gap-4" role="list">
      {recordings.map(({ ref, status, seconds }) => (
        <li key={ref}>
          {status === "completed" ? (
            <RecordingPlayer url={recordingUrl(call.id, ref)} seconds={seconds} />
          ) : (
            <p className="text-grey-11">{sayings[status]}</p>
          )}
          {status !== "completed" && seconds !== null && <Duration seconds={seconds} />}
        </li>
      ))}
    </ul>
  </Card>
);
