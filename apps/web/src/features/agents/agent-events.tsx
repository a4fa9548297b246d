import type { AgentEvent } from "@ccp/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleCheck, Moon, PhoneCall, PhoneMissed } from "lucide-react";
import { useMemo } from "react";
import { Link } from "wouter";
import { agentEventsQuery } from "#api/agent-queries.ts";
import { useTimeZone } from "#api/session.ts";
import { useKeptUp } from "#api/use-kept-up.ts";
import { LoadMore } from "#components/load-more.tsx";
import { ErrorState } from "#components/states.tsx";
import { Time } from "#components/time.tsx";
import { formatExactTime } from "#lib/format-time.ts";
import { paths } from "#paths.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

/** What changed the agent's status, by people and by calls, newest first. */
export const AgentEvents = ({ id }: { id: string }) => {
  const query = useMemo(() => agentEventsQuery(id), [id]);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(query);
  useKeptUp(query.queryKey);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-24" />;
  const events = data.pages.flatMap(({ items }) => items);
  return (
    <Card>
      <CardTitle>Status history</CardTitle>
      {events.length === 0 ? (
        <p className="text-grey-11">Nothing yet: nobody set its status, and no call rang at it.</p>
      ) : (
        <>
          <ol aria-label="Status history" className="divide-y divide-grey-6">
            {events.map((event) => (
              <li key={toKey(event)} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
                <Time at={Date.parse(event.at)} className="w-36 shrink-0 text-label text-grey-11" />
                {event.kind === "presence" ? <Said event={event} /> : <Rang event={event} />}
              </li>
            ))}
          </ol>
          <LoadMore
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            count={events.length}
            noun={events.length === 1 ? "change" : "changes"}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
    </Card>
  );
};

const toKey = (event: AgentEvent): string =>
  `${event.at} ${event.kind === "call" ? event.callId : event.presence}`;

const Said = ({ event }: { event: Extract<AgentEvent, { kind: "presence" }> }) => {
  const Icon = event.presence === "available" ? CircleCheck : Moon;
  return (
    <span className="min-w-0">
      <Icon aria-hidden className="mr-1.5 inline size-4 align-text-bottom text-grey-11" />
      <span className="font-medium">{event.presence === "available" ? "Available" : "Away"}</span>
      <span className="text-grey-11">
        {" "}
        by {event.actor.name ?? event.actor.kind}
        {event.reason !== "" && `: ${event.reason}`}
      </span>
    </span>
  );
};

const outcomeTexts: Record<string, string> = {
  dialling: "Rings",
  connected: "On a call",
  completed: "Took a call",
  busy: "Was busy",
  "no-answer": "Did not answer",
  failed: "Could not be reached",
  canceled: "Rang, and the caller hung up",
  "not-bridged": "Answered and did not take the call",
};

const Rang = ({ event }: { event: Extract<AgentEvent, { kind: "call" }> }) => {
  const zone = useTimeZone();
  const Icon = event.connectedSeconds === null && event.connectedAt === null ? PhoneMissed : PhoneCall;
  const facts = [
    ...(event.connectedSeconds === null ? [] : [`${event.connectedSeconds} s`]),
    ...(event.endedAt === null ? [] : [`until ${formatExactTime(Date.parse(event.endedAt), zone)}`]),
    ...(event.wrapUpUntil === null
      ? []
      : [`wrap-up until ${formatExactTime(Date.parse(event.wrapUpUntil), zone)}`]),
  ];
  return (
    <span className="min-w-0">
      <Icon aria-hidden className="mr-1.5 inline size-4 align-text-bottom text-grey-11" />
      <Link href={paths.call(event.callId)} className="font-medium underline-offset-4 hover:underline">
        {outcomeTexts[event.outcome] ?? event.outcome}
      </Link>
      <span className="text-grey-11 tabular-nums"> {facts.join(", ")}</span>
    </span>
  );
};
