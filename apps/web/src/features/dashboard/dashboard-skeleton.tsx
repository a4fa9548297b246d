import { Card } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

const TileSkeleton = () => (
  <div className="grid h-28 content-between rounded-card border border-grey-6 bg-surface p-4">
    <Skeleton className="w-1/3" />
    <Skeleton className="h-6 w-1/2" />
    <Skeleton className="w-2/3" />
  </div>
);

/** The dashboard's shape while its figures are on their way. */
export const DashboardSkeleton = () => (
  <div role="status" aria-label="Loading" className="grid gap-4">
    <div className="grid grid-cols-2 gap-4 xl:grid-cols-4">
      {Array.from({ length: 8 }, (_, tile) => (
        <TileSkeleton key={tile} />
      ))}
    </div>
    <Card className="grid h-72 content-start gap-4">
      <Skeleton className="w-40" />
      <Skeleton className="h-48" />
    </Card>
  </div>
);
