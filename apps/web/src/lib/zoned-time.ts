const toParts = (at: number, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** What a zone's clock shows, as a field for date and time holds it: "2026-11-23T07:58". */
export const toZonedText = (at: number, timeZone: string): string => {
  const part = toParts(at, timeZone);
  return `${part["year"]}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}`;
};

const toWall = (text: string): number => Date.parse(`${text}Z`);

/**
 * The moment at which a zone's clock shows this; null for what is no time. What the clock leaves out in spring is taken
 * for the moment right after, what it shows twice in autumn for the first of the two.
 */
export const fromZonedText = (text: string, timeZone: string): number | null => {
  const wall = toWall(text);
  if (Number.isNaN(wall)) return null;
  const toOffset = (at: number): number => toWall(toZonedText(at, timeZone)) - at;
  const dayMs = 86_400_000;
  const candidates = [wall - toOffset(wall - dayMs), wall - toOffset(wall + dayMs)];
  return candidates.find((at) => toZonedText(at, timeZone) === text.slice(0, 16)) ?? Math.max(...candidates);
};
