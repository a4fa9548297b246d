import type { Hours, Span } from "@ccp/engine";

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const DAY_MS = 86_400_000;

/** What a clock on the wall shows: the date as text, and the minutes since midnight. */
const readWall = (at: number, timeZone: string): { date: string; minutes: number } => {
  const text = new Date(at).toLocaleString("sv-SE", { timeZone });
  const [date = "", time = ""] = text.split(" ");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return { date, minutes: 60 * hour + minute };
};

const toMinutes = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return 60 * hour + minute;
};

const isOvernight = ({ from, to }: Span): boolean => toMinutes(to) <= toMinutes(from);

const findException = (hours: Hours, date: string) => hours.exceptions.find((each) => each.date === date);

const listSpans = (hours: Hours, date: string): readonly Span[] => {
  const weekday = weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? "sun";
  return findException(hours, date)?.open ?? hours.weekly[weekday];
};

/** Told from a clock on the wall and a calendar alone, as somebody at the door would. */
export const isOpenByClock = (hours: Hours, timeZone: string, at: number): boolean => {
  const { date, minutes } = readWall(at, timeZone);
  const isWithin = (span: Span): boolean =>
    minutes >= toMinutes(span.from) && (isOvernight(span) || minutes < toMinutes(span.to));
  if (listSpans(hours, date).some(isWithin)) return true;
  const yesterday = new Date(Date.parse(`${date}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  const runsIn = findException(hours, date) === undefined;
  return (
    runsIn && listSpans(hours, yesterday).some((span) => isOvernight(span) && minutes < toMinutes(span.to))
  );
};
