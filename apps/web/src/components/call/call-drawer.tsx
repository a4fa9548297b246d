import type { CallDetail } from "@ccp/contract";
import type { ReactNode } from "react";
import { useLocation, useSearch } from "wouter";
import { Drawer, type DrawerSteps } from "#components/drawer/drawer.tsx";
import { RunningDuration } from "#components/duration.tsx";
import { Money } from "#components/money.tsx";
import { CallBadge } from "#components/status-badge.tsx";
import { Timeline } from "#components/timeline.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { paths } from "#paths.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs.tsx";
import { AttemptList } from "./attempt-list.tsx";
import { CallFacts } from "./call-facts.tsx";
import { CallMoneyView } from "./call-money.tsx";
import { CallProblem } from "./call-problem.tsx";
import { playingState, useCallView, viewTexts, withCallView, type CallView } from "./call-view.ts";
import { RawEvents } from "./raw-events.tsx";
import { RecordingList } from "./recording-list.tsx";
import { RoutingTrace } from "./routing-trace.tsx";
import { useCall } from "./use-call.ts";

/** One call beside the list that it was opened from. */
export const CallDrawer = ({ id, steps }: { id: string; steps: DrawerSteps }) => {
  const { data, error, refetch } = useCall(id);
  return (
    <Drawer
      title={data === undefined ? "Call" : `Call from ${formatPhone(data.call.caller)}`}
      badge={data !== undefined && <CallBadge call={data.call} />}
      href={paths.call(id)}
      steps={steps}
    >
      {data !== undefined && <CallTabs detail={data} />}
      {data === undefined && error === null && <DrawerSkeleton />}
      {data === undefined && error !== null && <CallProblem error={error} onRetry={() => void refetch()} />}
    </Drawer>
  );
};

const CallTabs = ({ detail }: { detail: CallDetail }) => {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const { view, isToPlay } = useCallView();
  const show = (next: CallView, state: typeof playingState | null = null): void =>
    navigate(withCallView(`${path}?${search}`, next), { replace: true, state });
  // Once the player is there it takes the key itself.
  useShortcuts(view === "recording" ? {} : { p: () => show("recording", playingState) });
  const panels: Record<CallView, ReactNode> = {
    summary: <CallSummaryView detail={detail} />,
    timeline: <Timeline entries={detail.timeline} />,
    routing: <RoutingView detail={detail} />,
    money: <CallMoneyView detail={detail} />,
    recording: <RecordingList call={detail.call} recordings={detail.recordings} isPlaying={isToPlay} />,
    raw: <RawEvents events={detail.events} />,
  };
  return (
    <Tabs value={view} onValueChange={(next) => show(next as CallView)} className="-mt-4">
      <TabsList aria-label="Parts of the call" className="sticky -top-4 z-1 -mx-4 bg-surface px-4">
        {(Object.keys(viewTexts) as CallView[]).map((id) => (
          <TabsTrigger key={id} value={id}>
            {viewTexts[id]}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value={view}>{panels[view]}</TabsContent>
    </Tabs>
  );
};

const CallSummaryView = ({ detail: { call, sentence, money } }: { detail: CallDetail }) => (
  <div className="grid grid-cols-1 gap-4">
    <p className="text-section">{formatPhone(sentence)}</p>
    {call.status !== "ended" && (
      <p className="text-grey-11">
        <RunningDuration since={Date.parse(call.arrivedAt)} className="font-medium text-grey-12" /> since it
        came in
      </p>
    )}
    <div className="rounded-card bg-grey-3 p-3">
      <p className="flex flex-wrap gap-x-4">
        <span>
          <span className="text-grey-11">Revenue</span>{" "}
          <Money micros={money.revenueMicros} currency={money.currency} className="font-medium" />
        </span>
        <span>
          <span className="text-grey-11">Payout</span>{" "}
          <Money micros={money.payoutMicros} currency={money.currency} className="font-medium" />
        </span>
        <span>
          <span className="text-grey-11">Margin</span>{" "}
          <Money micros={money.marginMicros} currency={money.currency} className="font-medium" />
        </span>
      </p>
      <p className="mt-1">{money.why}</p>
    </div>
    <CallFacts call={call} />
  </div>
);

const RoutingView = ({ detail: { decisions, attempts, remembered } }: { detail: CallDetail }) => (
  <div className="grid grid-cols-1 gap-6">
    <RoutingTrace decisions={decisions} remembered={remembered} />
    <section>
      <h3 className="mb-3 text-section font-semibold">Attempts</h3>
      <AttemptList attempts={attempts} />
    </section>
  </div>
);

const DrawerSkeleton = () => (
  <div aria-busy role="status" aria-label="The call is loading" className="grid gap-4">
    <Skeleton className="h-5 w-2/3" />
    {Array.from({ length: 10 }, (_, line) => (
      <Skeleton key={line} className="w-full" />
    ))}
  </div>
);
