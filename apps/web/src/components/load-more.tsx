import { Button } from "#ui/button.tsx";

type LoadMoreProps = {
  hasMore: boolean;
  isLoading: boolean;
  count: number;
  noun: string;
  onMore: () => void;
};

/** The list's last line: how much is shown, and the way to more. */
export const LoadMore = ({ hasMore, isLoading, count, noun, onMore }: LoadMoreProps) => (
  <div className="flex items-center gap-4 px-4 py-3 text-label text-grey-11 md:px-6">
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
  </div>
);
