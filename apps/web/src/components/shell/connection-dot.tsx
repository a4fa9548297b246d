import { useConnection } from "#api/use-live.ts";
import type { Connection } from "#api/live-stream.ts";
import { formatAge } from "#lib/format-time.ts";
import { cn } from "#lib/cn.ts";
import { useNow } from "#lib/use-now.ts";

const colours: Record<Connection["kind"], string> = {
  connecting: "bg-grey-9",
  open: "bg-good",
  lost: "bg-bad",
};

/** Says whether what is on the screen is live, and if not, since when it is not. */
export const ConnectionDot = () => {
  const connection = useConnection();
  return (
    <span className="flex items-center gap-2 text-label text-grey-11" role="status">
      <span aria-hidden className={cn("size-2 rounded-full", colours[connection.kind])} />
      <ConnectionText connection={connection} />
    </span>
  );
};

const ConnectionText = ({ connection }: { connection: Connection }) => {
  switch (connection.kind) {
    case "connecting":
      return <span className="sr-only">Connecting</span>;
    case "open":
      return <span className="sr-only">Live</span>;
    case "lost":
      return <LostText since={connection.since} />;
  }
};

const LostText = ({ since }: { since: number }) => {
  const now = useNow(5000);
  return (
    <>
      <span className="sr-only">Connection lost, trying again</span>
      <span aria-hidden>Not live; as of {formatAge(now - since)}</span>
    </>
  );
};
