import { useRef, useState } from "react";

const speeds = [1, 1.5, 2, 0.75];

const toNextSpeed = (speed: number): number => speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;

/** An audio element and what its controls need; `seconds` is the length as far as it is known beforehand. */
export const usePlayer = (seconds: number | null) => {
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
    setHasFailed(false);
    if (isPlaying) audio.current?.pause();
    else audio.current?.play().catch(() => setHasFailed(true));
  };
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
