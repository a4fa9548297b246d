import type { Hours, Span } from "@ccp/engine";

type Weekly = Hours["weekly"];

type Day = keyof Weekly;

const days: readonly Day[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const toDayText = (day: Day): string => `${day.charAt(0).toUpperCase()}${day.slice(1)}`;

const toSpansText = (spans: readonly Span[]): string =>
  spans.length === 0 ? "closed" : spans.map(({ from, to }) => `${from}-${to}`).join(", ");

/** The week on one line: "Mon-Fri 09:00-12:00, 13:00-17:00; Sat-Sun closed". */
export const toHoursText = (weekly: Weekly): string => {
  const runs: { from: Day; to: Day; text: string }[] = [];
  for (const day of days) {
    const text = toSpansText(weekly[day]);
    const last = runs.at(-1);
    if (last?.text === text) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  return runs
    .map(({ from, to, text }) =>
      from === to ? `${toDayText(from)} ${text}` : `${toDayText(from)}-${toDayText(to)} ${text}`,
    )
    .join("; ");
};

/** The same with how many dates do not follow it. */
export const toHoursSummary = ({
  weekly,
  exceptions,
}: {
  weekly: Weekly;
  exceptions: readonly unknown[];
}): string => {
  const count = exceptions.length;
  return count === 0
    ? toHoursText(weekly)
    : `${toHoursText(weekly)}; ${count} exception${count === 1 ? "" : "s"}`;
};
