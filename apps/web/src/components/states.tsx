import { CircleAlert, Lock, SearchX, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { explainFailure, toApiFailure } from "#api/errors.ts";
import { Button } from "#ui/button.tsx";

type StateProps = { icon: LucideIcon; title: string; text?: ReactNode; children?: ReactNode };

const State = ({ icon: Icon, title, text, children }: StateProps) => (
  <div className="flex flex-col items-center px-4 py-16 text-center">
    <Icon aria-hidden className="mb-3 size-6 text-grey-11" strokeWidth={1.5} />
    <p className="text-section font-semibold">{title}</p>
    {text !== undefined && <p className="mt-1 max-w-100 text-grey-11">{text}</p>}
    {children !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div>}
  </div>
);

/** Nothing is here yet; says what would put something here. */
export const EmptyState = State;

/** Something is here, only not under these filters. */
export const NoMatchState = ({ noun, onClear }: { noun: string; onClear: () => void }) => (
  <State icon={SearchX} title={`No ${noun} match these filters`} text="Take one away to see more.">
    <Button onClick={onClear}>Clear all filters</Button>
  </State>
);

/** Says what went wrong in words, and offers what can be done about it. */
export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const failure = toApiFailure(error);
  if (failure.code === "forbidden") return <NoAccessState message={failure.message} />;
  return (
    <div role="alert">
      <State icon={CircleAlert} title="This could not be loaded" text={explainFailure(failure)}>
        <Button onClick={onRetry}>Try again</Button>
      </State>
      {failure.requestId !== null && (
        <p className="-mt-12 text-center text-label text-grey-11">
          Request <span className="font-mono">{failure.requestId}</span>
        </p>
      )}
    </div>
  );
};

const NoAccessState = ({ message }: { message: string }) => (
  <State icon={Lock} title="Your role does not open this page" text={message} />
);
