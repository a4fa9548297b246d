import { useTimeZone } from "#api/session.ts";
import { cn } from "#lib/cn.ts";
import { formatAge, formatExactTime, formatTime, formatZone } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";

const hourMs = 3_600_000;

type TimeProps = { at: number; className?: string };

/** A moment in the account's zone; the exact one, zone named, on hover. */
export const Time = ({ at, className }: TimeProps) => {
  const timeZone = useTimeZone();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatExactTime(at, timeZone)}
      className={cn("whitespace-nowrap tabular-nums", className)}
    >
      {formatTime(at, timeZone, useNow(hourMs))}
    </time>
  );
};

/** The same with its zone beside it, for where no heading names the zone. */
export const ZonedTime = ({ at }: TimeProps) => {
  const timeZone = useTimeZone();
  return (
    <span className="whitespace-nowrap">
      <Time at={at} /> <span className="text-label text-grey-11">{formatZone(at, timeZone)}</span>
    </span>
  );
};

export const Age = ({ at, className }: TimeProps) => {
  const timeZone = useTimeZone();
  const now = useNow(5000);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatExactTime(at, timeZone)}
      className={cn("whitespace-nowrap", className)}
    >
      {formatAge(now - at)}
    </time>
  );
};
