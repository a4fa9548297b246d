import { Card } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

/** The call's page before its call is there, in its final shape. */
export const CallPageSkeleton = () => (
  <div aria-busy aria-label="The call is loading" role="status">
    <Skeleton className="mt-2 h-5 w-64 max-w-full" />
    <Skeleton className="mt-4 h-4 w-160 max-w-full" />
    <div className="mt-8 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="grid gap-4">
        <SkeletonCard lines={6} />
        <SkeletonCard lines={3} />
      </div>
      <div className="grid gap-4">
        <SkeletonCard lines={4} />
        <SkeletonCard lines={8} />
      </div>
    </div>
  </div>
);

const SkeletonCard = ({ lines }: { lines: number }) => (
  <Card className="grid gap-4">
    <Skeleton className="h-4 w-24" />
    {Array.from({ length: lines }, (_, line) => (
      <Skeleton key={line} className="w-full" />
    ))}
  </Card>
);
