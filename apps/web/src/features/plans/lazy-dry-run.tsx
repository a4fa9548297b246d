import type { Plan } from "@ccp/contract";
import { lazy, Suspense } from "react";
import { Skeleton } from "#ui/skeleton.tsx";

const DryRun = lazy(async () => ({ default: (await import("./dry-run/dry-run.tsx")).DryRun }));

/** The draft over past calls, once somebody looks at it. */
export const LazyDryRun = ({ plan }: { plan: Plan }) => (
  <Suspense fallback={<Skeleton className="h-80" />}>
    <DryRun plan={plan} />
  </Suspense>
);
