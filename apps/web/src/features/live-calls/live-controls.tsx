import { Pause, Play, Volume2, VolumeOff } from "lucide-react";
import { useConnection } from "#api/use-live.ts";
import { formatAge } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";
import type { BoardState } from "./use-board.ts";
import type { useNewCallSound } from "./use-new-call-sound.ts";

type LiveControlsProps = { state: BoardState; sound: ReturnType<typeof useNewCallSound> };

/** Stops the board while somebody looks, and says how much waits meanwhile. */
export const LiveControls = ({ state, sound }: LiveControlsProps) => {
  const { isPaused, waiting, togglePause } = state;
  return (
    <>
      <Button variant={isPaused ? "primary" : "outline"} onClick={togglePause}>
        {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        {isPaused ? "Resume updates" : "Pause updates"}
      </Button>
      <Button
        size="icon"
        aria-pressed={sound.isOn}
        aria-label="Sound on a new call"
        title={sound.isOn ? "Sound on a new call: on" : "Sound on a new call: off"}
        onClick={sound.toggle}
      >
        {sound.isOn ? <Volume2 /> : <VolumeOff />}
      </Button>
      <span role="status" className="self-center text-label text-grey-11 tabular-nums">
        {isPaused &&
          (waiting === 0 ? "Paused" : `Paused, ${waiting} ${waiting === 1 ? "change" : "changes"} waiting`)}
      </span>
    </>
  );
};

/** Says that the board is not live, and how old it is. */
export const StaleBanner = ({ at }: { at: number }) => {
  const connection = useConnection();
  const now = useNow(1000);
  if (connection.kind !== "lost") return null;
  return (
    <p
      role="alert"
      className="mx-4 mb-3 rounded-control bg-warn-soft px-3 py-2 font-medium text-warn md:mx-6"
    >
      The line to the server is lost; it is tried again by itself. The calls are as of {formatAge(now - at)}.
    </p>
  );
};
