import { describeHours, hours as hoursDocument, judgeHours, type Hours } from "@ccp/engine";
import { formatZone } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { Badge } from "#ui/badge.tsx";

const tickMs = 15_000;

type OpenNowProps = { hours: Hours | null; timeZone: string };

const toClock = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);

/** Whether a call would find these hours open this minute, judged by what judges the calls. */
export const OpenNow = ({ hours, timeZone }: OpenNowProps) => {
  const now = useNow(tickMs);
  const clock = `It is ${toClock(now, timeZone)} ${formatZone(now, timeZone)}`;
  const parsed = hoursDocument.nullable().safeParse(hours);
  if (!parsed.success) return <p className="text-grey-11">{clock}.</p>;
  const verdict = judgeHours(parsed.data, timeZone, now);
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={verdict.isOpen ? "live" : "none"}>{verdict.isOpen ? "Open now" : "Closed now"}</Badge>
      <span className="text-grey-11">
        {clock}. {describeHours(verdict)}.
      </span>
    </div>
  );
};
