import { useTimeZone } from "#api/session.ts";
import { formatZone } from "#lib/format-time.ts";

/** How old the figures are, to the second; they are renewed when calls are booked. */
export const AsOf = ({ at }: { at: string }) => {
  const timeZone = useTimeZone();
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return (
    <p className="text-label text-grey-11 tabular-nums">
      As of <time dateTime={at}>{clock.format(Date.parse(at))}</time> {formatZone(Date.parse(at), timeZone)}
    </p>
  );
};
