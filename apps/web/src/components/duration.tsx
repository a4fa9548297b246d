import { formatDuration, speakDuration } from "#lib/format-duration.ts";
import { cn } from "#lib/cn.ts";
import { useNow } from "#lib/use-now.ts";

type DurationProps = { seconds: number | null; className?: string };

export const Duration = ({ seconds, className }: DurationProps) =>
  seconds === null ? (
    <Dash />
  ) : (
    <span className={cn("tabular-nums", className)}>
      <span aria-hidden>{formatDuration(seconds)}</span>
      <span className="sr-only">{speakDuration(seconds)}</span>
    </span>
  );

/** Counts on by the second from a moment. */
export const RunningDuration = ({ since, className }: { since: number; className?: string }) => {
  const now = useNow(1000);
  return (
    <span role="timer" aria-live="off" className={cn("tabular-nums", className)}>
      {formatDuration((now - since) / 1000)}
    </span>
  );
};

/** Stands where there is nothing to say. */
export const Dash = () => (
  <span className="text-grey-11">
    <span aria-hidden>–</span>
    <span className="sr-only">none</span>
  </span>
);
