const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does, and a list of calls needs hundreds. */
const format = (at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string => {
  const key = JSON.stringify([timeZone, options]);
  const known = formatters.get(key);
  if (known !== undefined) return known.format(at);
  const formatter = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...options });
  formatters.set(key, formatter);
  return formatter.format(at);
};

/** "Nov 23, 14:05:09", with the year where it is not this one. */
export const formatTime = (at: number, timeZone: string, now: number): string => {
  const isThisYear = format(at, timeZone, { year: "numeric" }) === format(now, timeZone, { year: "numeric" });
  return format(at, timeZone, {
    ...(isThisYear ? {} : { year: "numeric" }),
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
};

/** "14:05", the time of day. */
export const formatClock = (at: number, timeZone: string): string =>
  format(at, timeZone, { hour: "2-digit", minute: "2-digit" });

/** "Nov 24, 00:00 EST", a moment near enough to go without its year. */
export const formatMinute = (at: number, timeZone: string): string =>
  format(at, timeZone, {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });

/** The whole truth for a tooltip: day, milliseconds and zone. */
export const formatExactTime = (at: number, timeZone: string): string =>
  format(at, timeZone, {
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    timeZoneName: "short",
  });

/** The zone's short name at that moment, such as EST or GMT+1. */
export const formatZone = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "short" })
    .formatToParts(at)
    .find((part) => part.type === "timeZoneName")?.value ?? timeZone;

/** "just now", "4 min ago", "3 h ago", "2 days ago". */
export const formatAge = (ageMs: number): string => {
  if (ageMs < 10_000) return "just now";
  if (ageMs < minuteMs) return `${Math.floor(ageMs / 1000)} s ago`;
  if (ageMs < hourMs) return `${Math.floor(ageMs / minuteMs)} min ago`;
  if (ageMs < dayMs) return `${Math.floor(ageMs / hourMs)} h ago`;
  const days = Math.floor(ageMs / dayMs);
  return `${days} day${days === 1 ? "" : "s"} ago`;
};
