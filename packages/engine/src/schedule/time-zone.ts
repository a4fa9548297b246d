import { z } from "zod";

/** Since 1973 no zone has changed its offset anywhere but at a whole minute of UTC. */
export const MINUTE_MS = 60_000;

const ZONES_MAX = 512;

/** A zone's offset at the minute that was asked for last: formatting costs a hundred times what remembering does. */
type ZoneClock = { format: Intl.DateTimeFormat | null; minute: number; offsetMs: number };

const clocks = new Map<string, ZoneClock>();

const createFormat = (timeZone: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
};

/**
 * Whether a text names a time zone of the IANA database that this machine knows. Short names are none: what reads them
 * differs in whose time "IST" is, and in whether "CET" has a summer.
 */
export const isTimeZone = (text: string): boolean =>
  /^(?:[a-z_]+\/|utc$|gmt$)/i.test(text) && createFormat(text) !== null;

/** An IANA time zone by its name. */
export const timeZone = z
  .string()
  .refine(isTimeZone, 'Give a time zone by its IANA name, such as "America/Chicago".');

const readOffsetMs = (format: Intl.DateTimeFormat, at: number): number => {
  const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(at));
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds = "0"] = found;
  const offsetMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -offsetMs : offsetMs;
};

const addClock = (name: string): ZoneClock => {
  if (clocks.size >= ZONES_MAX) clocks.clear();
  const clock: ZoneClock = { format: createFormat(name), minute: Number.NaN, offsetMs: 0 };
  clocks.set(name, clock);
  return clock;
};

/**
 * What a zone's clock is ahead of UTC at `at` (epoch ms), in ms; negative west of Greenwich.
 * Total: a zone that this machine does not know counts as UTC, because a call's next step must never throw; what
 * is stored is checked by `timeZone` when it is written.
 */
export const toOffsetMs = (name: string, at: number): number => {
  const clock = clocks.get(name) ?? addClock(name);
  const minute = Math.floor(at / MINUTE_MS);
  if (clock.minute !== minute) {
    clock.minute = minute;
    clock.offsetMs = clock.format === null ? 0 : readOffsetMs(clock.format, minute * MINUTE_MS);
  }
  return clock.offsetMs;
};
