import { Download, Pause, Play, RotateCcw, RotateCw } from "lucide-react";
import { formatDuration, speakDuration } from "#lib/format-duration.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { Button } from "#ui/button.tsx";
import { usePlayer } from "./use-player.ts";

const skipSeconds = 10;

type RecordingPlayerProps = {
  url: string;
  seconds: number | null;
  /** Of several players on the screen, the first has the keys. */
  isFirst: boolean;
  startsPlaying: boolean;
};

/** Nothing is loaded before somebody presses play. */
export const RecordingPlayer = ({ url, seconds, isFirst, startsPlaying }: RecordingPlayerProps) => {
  const { audio, state, controls, notes } = usePlayer({ seconds, startsPlaying });
  const { isPlaying, position, length, speed, hasFailed } = state;
  const { seek, toggle, changeSpeed } = controls;
  const back = (): void => seek(position - skipSeconds);
  const on = (): void => seek(position + skipSeconds);
  useShortcuts(isFirst ? { p: toggle, ",": back, ".": on, s: changeSpeed } : {});
  return (
    <div role="group" aria-label="Player" className="grid gap-2">
      <audio
        ref={audio}
        src={url}
        preload="none"
        onPlay={() => notes.setIsPlaying(true)}
        onPause={() => notes.setIsPlaying(false)}
        onTimeUpdate={(event) => notes.setPosition(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => notes.noteLength(event.currentTarget.duration)}
      />
      <div className="flex items-center gap-2">
        <Button
          variant="primary"
          size="icon"
          aria-label={isPlaying ? "Pause" : "Play"}
          title={`${isPlaying ? "Pause" : "Play"} (p)`}
          onClick={toggle}
        >
          {isPlaying ? <Pause /> : <Play />}
        </Button>
        <input
          type="range"
          aria-label="Position"
          aria-valuetext={speakDuration(position)}
          className="h-6 min-w-0 flex-1 accent-accent"
          min={0}
          max={Math.max(length, 1)}
          step={1}
          value={position}
          onChange={(event) => seek(event.target.valueAsNumber)}
        />
        <span className="text-label text-grey-11 tabular-nums">
          {formatDuration(position)} / {formatDuration(length)}
        </span>
      </div>
      <div className="flex items-center gap-1">
        <SkipButton by={-skipSeconds} onSkip={back} />
        <SkipButton by={skipSeconds} onSkip={on} />
        <Button variant="ghost" className="tabular-nums" title="Speed (s)" onClick={changeSpeed}>
          {speed}× <span className="sr-only">speed</span>
        </Button>
        <Button variant="ghost" size="icon" className="ml-auto" asChild>
          <a href={url} download aria-label="Download the recording">
            <Download />
          </a>
        </Button>
      </div>
      {hasFailed && (
        <p role="alert" className="text-label font-medium text-bad">
          The recording could not be played. It may not be ready yet; try again in a moment.
        </p>
      )}
    </div>
  );
};

const SkipButton = ({ by, onSkip }: { by: number; onSkip: () => void }) => (
  <Button
    variant="ghost"
    size="icon"
    aria-label={by < 0 ? `Back ${-by} seconds` : `On ${by} seconds`}
    title={by < 0 ? `Back ${-by} seconds (,)` : `On ${by} seconds (.)`}
    onClick={onSkip}
  >
    {by < 0 ? <RotateCcw /> : <RotateCw />}
  </Button>
);
