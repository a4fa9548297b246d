import { Download, Pause, Play, RotateCcw, RotateCw } from "lucide-react";
import { useRef, useState } from "react";
import { formatDuration, speakDuration } from "#lib/format-duration.ts";
import { Button } from "#ui/button.tsx";

const skipSeconds = 10;
const speeds = [1, 1.5, 2, 0.75] as const;

const toNextSpeed = (speed: number): number =>
  speeds[(speeds.findIndex((known) => known === speed) + 1) % speeds.length] ?? 1;

type RecordingPlayerProps = { url: string; seconds: number | null };

/** Nothing is loaded before somebody presses play. */
export const RecordingPlayer = ({ url, seconds }: RecordingPlayerProps) => {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  const [length, setLength] = useState(seconds ?? 0);
  const [speed, setSpeed] = useState(1);
  const [hasFailed, setHasFailed] = useState(false);

  const seek = (to: number): void => {
    const next = Math.min(Math.max(0, to), length);
    setPosition(next);
    if (audio.current !== null) audio.current.currentTime = next;
  };
  const toggle = (): void => {
    const player = audio.current;
    if (player === null) return;
    setHasFailed(false);
    if (isPlaying) player.pause();
    else player.play().catch(() => setHasFailed(true));
  };
  const changeSpeed = (): void => {
    const next = toNextSpeed(speed);
    setSpeed(next);
    if (audio.current !== null) audio.current.playbackRate = next;
  };

  return (
    <div role="group" aria-label="Player" className="grid gap-2">
      <audio
        ref={audio}
        src={url}
        preload="none"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onTimeUpdate={(event) => setPosition(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => {
          if (Number.isFinite(event.currentTarget.duration)) setLength(event.currentTarget.duration);
        }}
      />
      <div className="flex items-center gap-2">
        <Button variant="primary" size="icon" aria-label={isPlaying ? "Pause" : "Play"} onClick={toggle}>
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
        <Button variant="ghost" size="icon" aria-label="Back 10 seconds" onClick={() => seek(position - skipSeconds)}>
          <RotateCcw />
        </Button>
        <Button variant="ghost" size="icon" aria-label="On 10 seconds" onClick={() => seek(position + skipSeconds)}>
          <RotateCw />
        </Button>
        <Button variant="ghost" className="tabular-nums" aria-label={`Speed ${speed}`} onClick={changeSpeed}>
          {speed}×
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
