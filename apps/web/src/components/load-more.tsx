import { useTimeZone } from "#api/session.ts";
import { formatZone } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";

const hourMs = 3_600_000;

type LoadMoreProps = {
  hasMore: boolean;
  isLoading: boolean;
  count: number;
  noun: string;
  onMore: () => void;
};

/** The list's last line: how much is shown, and the way to more. */
export const LoadMore = ({ hasMore, isLoading, count, noun, onMore }: LoadMoreProps) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-label text-grey-11 md:px-6">
    <span className="tabular-nums">
      {count.toLocaleString("en-US")} {noun} shown
    </span>
    {hasMore ? (
      <Button onClick={onMore} disabled={isLoading}>
        {isLoading ? "Loading" : "Load 50 more"}
      </Button>
    ) : (
      <span>That is all of them.</span>
    )}
    <span className="ml-auto">Times in {formatZone(useNow(hourMs), useTimeZone())}</span>
  </div>
);
