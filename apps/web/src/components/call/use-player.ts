import { useEffect, useEffectEvent, useRef, useState } from "react";

const speeds = [1, 1.5, 2, 0.75];

const toNextSpeed = (speed: number): number => speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;

type PlayerOptions = {
  /** The length as far as it is known beforehand. */
  seconds: number | null;
  startsPlaying: boolean;
};

/** An audio element and what its controls need. */
export const usePlayer = ({ seconds, startsPlaying }: PlayerOptions) => {
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
  // A browser plays nothing by itself before somebody touched the page; then the button is there to be pressed.
  const noteRefusal = (error: unknown): void =>
    setHasFailed(!(error instanceof DOMException && error.name === "NotAllowedError"));
  const toggle = (): void => {
    setHasFailed(false);
    if (isPlaying) audio.current?.pause();
    else audio.current?.play().catch(noteRefusal);
  };
  const begin = useEffectEvent(() => audio.current?.play().catch(noteRefusal));
  useEffect(() => {
    if (startsPlaying) void begin();
  }, [startsPlaying]);
  const changeSpeed = (): void => {
    const next = toNextSpeed(speed);
    setSpeed(next);
    if (audio.current !== null) audio.current.playbackRate = next;
  };
  const noteLength = (duration: number): void => {
    if (Number.isFinite(duration)) setLength(duration);
  };
  return {
    audio,
    state: { isPlaying, position, length, speed, hasFailed },
    controls: { seek, toggle, changeSpeed },
    notes: { setIsPlaying, setPosition, noteLength },
  };
};
