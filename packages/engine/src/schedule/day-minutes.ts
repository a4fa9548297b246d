/** Minutes of a day. */
export const DAY_MINUTES = 1440;

const toMinute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Minutes from a day's midnight; `to` is beyond the day's end when the span runs over midnight. */
export type MinuteSpan = { from: number; to: number };

/** A span in minutes, `to` always after `from`, by a whole day at the most. */
export const toMinuteSpan = ({ from, to }: { from: string; to: string }): MinuteSpan => {
  const start = toMinute(from);
  const end = toMinute(to);
  return { from: start, to: end > start ? end : end + DAY_MINUTES };
};

/** A minute of the day for people, such as "08:30". */
export const toClockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
