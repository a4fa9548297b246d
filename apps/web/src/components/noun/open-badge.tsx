import { describeHours, judgeHours, type Hours } from "@ccp/engine";
import { useTimeZone } from "#api/session.ts";
import { cn } from "#lib/cn.ts";
import { useNow } from "#lib/use-now.ts";
import { DoorClosed, DoorOpen } from "lucide-react";
import { Badge } from "#ui/badge.tsx";

const tickMs = 15_000;

/** Hours and on whose clock they are; null: always open, and the account's clock. */
export type OpeningHours = { hours: Hours | null; timeZone: string | null };

const useVerdict = ({ hours, timeZone }: OpeningHours) => {
  const ours = useTimeZone();
  return judgeHours(hours, timeZone ?? ours, useNow(tickMs));
};

/** Whether a call would find it open this minute, judged by what judges the calls; when that changes, on hover. */
export const OpenBadge = (opening: OpeningHours) => {
  const verdict = useVerdict(opening);
  const Icon = verdict.isOpen ? DoorOpen : DoorClosed;
  return (
    <Badge tone={verdict.isOpen ? "live" : "none"} title={describeHours(verdict)}>
      <Icon aria-hidden />
      {verdict.isOpen ? "Open" : "Closed"}
    </Badge>
  );
};

/** The same in a sentence: "Closed: opens Monday 08:00 (America/Chicago)". */
export const OpenSentence = (opening: OpeningHours) => {
  const verdict = useVerdict(opening);
  const Icon = verdict.isOpen ? DoorOpen : DoorClosed;
  return (
    <p className={cn("flex items-start gap-2", verdict.isOpen ? "text-live" : "text-grey-11")}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {opening.hours === null ? "Open around the clock, every day" : describeHours(verdict)}
    </p>
  );
};
