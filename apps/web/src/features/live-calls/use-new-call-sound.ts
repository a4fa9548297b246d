import { useState } from "react";
import { readPreference, writePreference } from "#lib/preference.ts";

const storageKey = "live-calls.sound";

let audio: AudioContext | null = null;

/** Two short soft tones, made here so that nothing is loaded. */
const ring = (): void => {
  audio ??= new AudioContext();
  void audio.resume();
  const start = audio.currentTime;
  for (const [index, frequency] of [660, 880].entries()) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const from = start + index * 0.12;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.08, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.18);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.2);
  }
};

/** A sound for every new call; off until somebody switches it on, and remembered by this browser. */
export const useNewCallSound = () => {
  const [isOn, setIsOn] = useState(() => readPreference(storageKey) === "on");
  return {
    isOn,
    play: (): void => {
      if (isOn) ring();
    },
    toggle: (): void => {
      writePreference(storageKey, isOn ? null : "on");
      setIsOn(!isOn);
      // Heard once at the press, it is known how it sounds, and the browser lets it sound from then on.
      if (!isOn) ring();
    },
  };
};
