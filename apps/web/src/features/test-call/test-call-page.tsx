import { useQuery } from "@tanstack/react-query";
import { Hash } from "lucide-react";
import { testNumbersQuery } from "#api/queries.ts";
import { useSession } from "#api/session.ts";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { Card } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { PlaceCallForm } from "./place-call-form.tsx";

/** Calls one of the account's numbers through the simulated carrier. */
export const TestCallPage = () => (
  <PageBody>
    <PageHeader
      title="Place a test call"
      purpose="A simulated caller dials one of your numbers; the call is routed and booked like any other."
    />
    <div className="mt-6">
      <TestCallStart />
    </div>
  </PageBody>
);

const TestCallStart = () => {
  const { testCalls } = useSession();
  const { data, error, refetch } = useQuery({ ...testNumbersQuery, enabled: testCalls });
  if (!testCalls) {
    return (
      <EmptyState
        icon={Hash}
        title="Test calls need the simulated carrier"
        text="This server is connected to a real carrier. Dial one of your numbers with a phone instead."
      />
    );
  }
  if (error !== null && data === undefined) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <FormSkeleton />;
  if (data.items.length === 0) {
    return (
      <EmptyState
        icon={Hash}
        title="No number to dial yet"
        text="Enter a number of the simulated carrier by the API, then come back."
      />
    );
  }
  return <PlaceCallForm numbers={data.items} />;
};

const FormSkeleton = () => (
  <Card className="grid max-w-120 gap-4" aria-busy>
    {Array.from({ length: 3 }, (_, field) => (
      <div key={field} className="grid gap-2">
        <Skeleton className="w-24" />
        <Skeleton className="h-8" />
      </div>
    ))}
    <Skeleton className="h-10" />
  </Card>
);
