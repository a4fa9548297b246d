import { Link } from "wouter";
import { useLiveCount } from "#api/use-live-count.ts";
import { paths } from "#paths.ts";

/** How many calls are on now, and the way to them. */
export const LiveCounter = () => {
  const live = useLiveCount();
  return (
    <Link
      href={paths.liveCalls()}
      className="flex h-8 items-center gap-1.5 rounded-control px-2 text-label text-grey-11 hover:bg-grey-4 hover:text-grey-12"
    >
      <span className="min-w-5 text-right text-body font-semibold text-grey-12 tabular-nums">
        {live === undefined ? "–" : `${live.count.toLocaleString("en-US")}${live.isMore ? "+" : ""}`}
      </span>
      live<span className="sr-only"> {live?.count === 1 ? "call" : "calls"}</span>
    </Link>
  );
};
