import { useTimeZone } from "#api/session.ts";
import { formatClock, formatZone } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";

/** What time it is in the zone in which every time of the console is shown. */
export const ZoneClock = () => {
  const timeZone = useTimeZone();
  const now = useNow(10_000);
  return (
    <span
      className="px-2 text-label text-grey-11 tabular-nums max-md:hidden"
      title={`Times are in ${timeZone}`}
    >
      {formatClock(now, timeZone)} {formatZone(now, timeZone)}
    </span>
  );
};
