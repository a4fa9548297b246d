import type { CallDetail } from "@ccp/contract";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useLocation, useParams } from "wouter";
import { RunningDuration } from "#components/duration.tsx";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { CallBadge } from "#components/status-badge.tsx";
import { Timeline } from "#components/timeline.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { AttemptList } from "#components/call/attempt-list.tsx";
import { BlockButton } from "#components/block/block-button.tsx";
import { CallFacts } from "#components/call/call-facts.tsx";
import { CallMoneyView } from "#components/call/call-money.tsx";
import { callLogPlace } from "./call-log-place.ts";
import { CallProblem } from "#components/call/call-problem.tsx";
import { CallPageSkeleton } from "./call-page-skeleton.tsx";
import { RawEvents } from "#components/call/raw-events.tsx";
import { RecordingList } from "#components/call/recording-list.tsx";
import { RoutingTrace } from "#components/call/routing-trace.tsx";
import { useCall } from "#components/call/use-call.ts";

export const CallPage = () => {
  const id = useParams<{ id: string }>().id;
  const [, navigate] = useLocation();
  const { data, error, refetch } = useCall(id);
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
        <BlockButton call={call} />
      </PageHeader>
      <p className="mt-2 max-w-200 text-section">{formatPhone(detail.sentence)}</p>
      <div className="mt-6 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px] lg:grid-rows-[auto_1fr]">
        <div className="grid grid-cols-1 gap-4 lg:col-start-2">
          <Part title="Money">
            <CallMoneyView detail={detail} />
          </Part>
          <Part title="Recording">
            <RecordingList call={call} recordings={detail.recordings} />
          </Part>
        </div>
        <div className="grid grid-cols-1 gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Part title="Routing" id="routing">
            <RoutingTrace decisions={detail.decisions} remembered={detail.remembered} />
          </Part>
          <Part title="Attempts">
            <AttemptList attempts={detail.attempts} />
          </Part>
          <Part title="Timeline">
            <Timeline entries={detail.timeline} />
          </Part>
          <RawPart events={detail.events} />
        </div>
        <div className="lg:col-start-2">
          <Part title="Facts">
            <CallFacts call={call} />
          </Part>
        </div>
      </div>
    </>
  );
};

type PartProps = { title: string; id?: string; children: ReactNode };

const Part = ({ title, id, children }: PartProps) => (
  <Card id={id}>
    <CardTitle>{title}</CardTitle>
    {children}
  </Card>
);

const RawPart = ({ events }: Pick<CallDetail, "events">) => (
  <Card className="p-0">
    <details className="group">
      <summary className="flex cursor-pointer list-none items-center gap-1 rounded-card p-4 text-section font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-grey-11 transition-transform duration-120 group-open:rotate-90"
        />
        Raw events <span className="font-normal text-grey-11 tabular-nums">{events.length}</span>
      </summary>
      <div className="px-4 pb-4">
        <RawEvents events={events} />
      </div>
    </details>
  </Card>
);
