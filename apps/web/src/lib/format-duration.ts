const twoDigits = (value: number): string => value.toString().padStart(2, "0");

/** Seconds as a clock shows them: 0:07, 1:23, 1:02:03. */
export const formatDuration = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(whole % 60)}`
    : `${minutes}:${twoDigits(whole % 60)}`;
};

/** The same for a screen reader: "1 minute 23 seconds". */
export const speakDuration = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [
    { count: Math.floor(whole / 3600), unit: "hour" },
    { count: Math.floor((whole % 3600) / 60), unit: "minute" },
    { count: whole % 60, unit: "second" },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return "0 seconds";
  return parts.map(({ count, unit }) => `${count} ${unit}${count === 1 ? "" : "s"}`).join(" ");
};

/** How long after the start of something: +0.4 s, +59.9 s, +1:05. */
export const formatOffset = (ms: number): string =>
  ms < 60_000 ? `+${(Math.floor(Math.max(0, ms) / 100) / 10).toFixed(1)} s` : `+${formatDuration(ms / 1000)}`;
