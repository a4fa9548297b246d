import { Card } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export const CarrierSkeleton = () => (
  <Card className="grid h-24 content-between">
    <Skeleton className="w-1/4" />
    <Skeleton className="w-1/2" />
    <Skeleton className="w-1/3" />
  </Card>
);
