import { PhoneOff } from "lucide-react";
import { Link } from "wouter";
import { toApiFailure } from "#api/errors.ts";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";

/** Stands where a call cannot be shown. */
export const CallProblem = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const isUnknown = ["not-found", "invalid"].includes(toApiFailure(error).code);
  if (!isUnknown) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      icon={PhoneOff}
      title="No such call"
      text="Nothing in this account has this id. A call that began a moment ago shows up here by itself once it is booked."
    >
      <Button asChild>
        <Link href={paths.calls()}>To the call log</Link>
      </Button>
    </EmptyState>
  );
};
