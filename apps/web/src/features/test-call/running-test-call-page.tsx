import type { CallDetail, TestCall } from "@ccp/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { PhoneOff } from "lucide-react";
import { Link, useParams } from "wouter";
import { toApiFailure } from "#api/errors.ts";
import { callQuery, testCallQuery } from "#api/queries.ts";
import { useBooked, useTestCallSteps } from "#api/use-live.ts";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { cn } from "#lib/cn.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { foldSteps, isFinal } from "./fold-steps.ts";
import { HangUpButton } from "./hang-up-button.tsx";
import { Keypad } from "./keypad.tsx";
import { StepList } from "./step-list.tsx";
import { TestCallStatus } from "./test-call-status.tsx";

type Booked = { detail: CallDetail | undefined; isAsked: boolean };

/** What is booked of the call so far: nothing until its first booking. */
const useBookedCall = (callId: string): Booked => {
  const queries = useQueryClient();
  const { data, isPending } = useQuery({ ...callQuery(callId), retry: false });
  useBooked((message) => {
    if (message === null || message.callIds.includes(callId)) {
      void queries.invalidateQueries({ queryKey: callQuery(callId).queryKey });
    }
  });
  return { detail: data, isAsked: !isPending };
};

export const RunningTestCallPage = () => {
  const id = useParams<{ id: string }>().id;
  const { data, error, refetch } = useQuery(testCallQuery(id));
  return (
    <PageBody>
      {data !== undefined && <RunningTestCall key={id} testCall={data} />}
      {data === undefined && error === null && <Skeleton className="h-7 w-72" />}
      {data === undefined && error !== null && (
        <TestCallProblem error={error} onRetry={() => void refetch()} />
      )}
    </PageBody>
  );
};

const TestCallProblem = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const isGone = ["not-found", "invalid"].includes(toApiFailure(error).code);
  if (!isGone) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      icon={PhoneOff}
      title="This test call is not known any more"
      text="The simulator forgets its calls when it stops. What was booked of them is in the call log."
    >
      <Button asChild>
        <Link href={paths.testCall()}>Place a test call</Link>
      </Button>
      <Button asChild>
        <Link href={paths.calls()}>To the call log</Link>
      </Button>
    </EmptyState>
  );
};

const RunningTestCall = ({ testCall }: { testCall: TestCall }) => {
  const { id, callId, from, to } = testCall;
  const queries = useQueryClient();
  const { detail: booked, isAsked } = useBookedCall(callId);
  const isOver = isFinal(testCall.status) || booked?.call.status === "ended";
  const steps = useTestCallSteps(id, isOver, () => {
    void queries.invalidateQueries({ queryKey: testCallQuery(id).queryKey });
  });
  const view = foldSteps(steps);
  return (
    <>
      <PageHeader title={`Test call from ${formatPhone(from)}`} purpose={`To ${formatPhone(to)}`}>
        {isOver && (
          <Button asChild>
            <Link href={paths.testCall()}>Place another</Link>
          </Button>
        )}
        {booked !== undefined && (
          <Button variant={isOver ? "primary" : "outline"} asChild>
            <Link href={paths.call(callId)}>Why it went there</Link>
          </Button>
        )}
      </PageHeader>
      {isAsked && (
        <div className="mt-6 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px] lg:grid-rows-[auto_1fr]">
          <TestCallStatus view={view} isOver={isOver} booked={booked} />
          <Card
            className={cn(
              "grid gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1",
              isOver && "max-lg:hidden",
            )}
          >
            <h2 className="text-section font-semibold">The caller's phone</h2>
            <Keypad testCallId={id} isOff={isOver} />
            <HangUpButton testCallId={id} isOff={isOver} talkingSince={view.talkingSince} />
          </Card>
          <Card>
            <CardTitle>Steps</CardTitle>
            {steps.length === 0 ? <Skeleton className="w-1/2" /> : <StepList steps={steps} />}
          </Card>
        </div>
      )}
    </>
  );
};
