import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, PhoneOff } from "lucide-react";
import { Link, useLocation, useParams } from "wouter";
import type { CallDetail } from "@ccp/contract";
import { toApiFailure } from "#api/errors.ts";
import { callQuery } from "#api/queries.ts";
import { useBooked } from "#api/use-live.ts";
import { RunningDuration } from "#components/duration.tsx";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { CallBadge } from "#components/status-badge.tsx";
import { Timeline } from "#components/timeline.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { AttemptList } from "./attempt-list.tsx";
import { CallFacts } from "./call-facts.tsx";
import { CallMoneyCard } from "./call-money-card.tsx";
import { callLogPlace } from "./call-log-place.ts";
import { CallPageSkeleton } from "./call-page-skeleton.tsx";
import { RawEvents } from "./raw-events.tsx";
import { RecordingCard } from "./recording-card.tsx";
import { RoutingTrace } from "./routing-trace.tsx";

export const CallPage = () => {
  const id = useParams<{ id: string }>().id;
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(callQuery(id));
  useBooked((message) => {
    if (message === null || message.callIds.includes(id)) {
      void queries.invalidateQueries({ queryKey: callQuery(id).queryKey });
    }
  });
  useShortcuts({ Escape: () => navigate(callLogPlace.get()) });
  return (
    <PageBody>
      <Link
        href={callLogPlace.get()}
        className="-ml-1 inline-flex h-6 items-center gap-0.5 text-label text-grey-11 hover:text-grey-12"
      >
        <ChevronLeft aria-hidden className="size-4" />
        Call log
      </Link>
      {data !== undefined && <CallView detail={data} />}
      {data === undefined && error === null && <CallPageSkeleton />}
      {data === undefined && error !== null && <CallProblem error={error} onRetry={() => void refetch()} />}
    </PageBody>
  );
};

const CallProblem = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
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

const CallView = ({ detail }: { detail: CallDetail }) => {
  const { call } = detail;
  return (
    <>
      <PageHeader title={`Call from ${formatPhone(call.caller)}`} badge={<CallBadge call={call} />}>
        {call.status !== "ended" && (
          <span className="text-grey-11">
            <RunningDuration since={Date.parse(call.arrivedAt)} className="text-section text-grey-12" /> since
            it came in
          </span>
        )}
      </PageHeader>
      <p className="mt-2 max-w-200 text-section">{detail.sentence}</p>
      <div className="mt-6 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px] lg:grid-rows-[auto_1fr]">
        <div className="grid grid-cols-1 gap-4 lg:col-start-2">
          <CallMoneyCard money={detail.money} />
          <RecordingCard call={call} recordings={detail.recordings} />
        </div>
        <div className="grid grid-cols-1 gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <RoutingTrace decisions={detail.decisions} />
          <AttemptList attempts={detail.attempts} />
          <Card>
            <CardTitle>Timeline</CardTitle>
            <Timeline entries={detail.timeline} />
          </Card>
          <RawEvents events={detail.events} />
        </div>
        <div className="lg:col-start-2">
          <CallFacts call={call} />
        </div>
      </div>
    </>
  );
};
