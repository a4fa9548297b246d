import type { CallSummary } from "@ccp/contract";
import { Link } from "wouter";
import { Dash, Duration } from "#components/duration.tsx";
import { Money } from "#components/money.tsx";
import { Phone } from "#components/phone.tsx";
import { CallBadge } from "#components/status-badge.tsx";
import { Age } from "#components/time.tsx";
import { toCallsAddress } from "#lib/calls-address.ts";
import { paths } from "#paths.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

type LastCallsCardProps = {
  /** Undefined while they are on their way. */
  calls: readonly CallSummary[] | undefined;
  filters: Record<string, string>;
  /** What the call belongs to, of all that the page does not say by itself. */
  toOrigin?: (call: CallSummary) => string;
};

const toCampaignName = ({ campaign }: CallSummary): string => campaign?.name ?? "No campaign";

/** The newest calls, each a link to its page. */
export const LastCallsCard = ({ calls, filters, toOrigin = toCampaignName }: LastCallsCardProps) => (
  <Card className="min-w-0">
    <div className="mb-3 flex items-baseline justify-between gap-2">
      <CardTitle className="mb-0">Last calls</CardTitle>
      <Link
        href={toCallsAddress(filters)}
        className="text-label text-grey-11 underline-offset-4 hover:text-accent-text hover:underline"
      >
        Call log
      </Link>
    </div>
    {calls === undefined && <CallSkeletons />}
    {calls?.length === 0 && <p className="text-grey-11">No calls yet.</p>}
    <ul role="list" aria-label="Last calls" className="text-label">
      {calls?.map((call) => (
        <li key={call.id} className="border-b border-grey-6 last:border-b-0">
          <CallLine call={call} origin={toOrigin(call)} />
        </li>
      ))}
    </ul>
  </Card>
);

const CallLine = ({ call, origin }: { call: CallSummary; origin: string }) => (
  <Link
    href={paths.call(call.id)}
    className="-mx-2 grid min-h-8 grid-cols-[minmax(0,1fr)_auto_72px] items-center gap-x-3 gap-y-0.5 rounded-control px-2 py-1 hover:bg-grey-3 md:grid-cols-[84px_128px_minmax(0,1fr)_minmax(0,1fr)_132px_56px_72px]"
  >
    <Age at={Date.parse(call.arrivedAt)} className="text-grey-11 max-md:order-4" />
    <Phone number={call.caller} className="max-md:font-medium" />
    <span className="truncate max-md:hidden">{origin}</span>
    <span className="truncate text-grey-11 max-md:hidden">{(call.target ?? call.agent)?.name}</span>
    <span className="flex">
      <CallBadge call={call} />
    </span>
    <span className="text-right max-md:hidden">
      {call.connectedSeconds === null ? <Dash /> : <Duration seconds={call.connectedSeconds} />}
    </span>
    <span className="text-right">
      <Money micros={call.revenueMicros} currency={call.currency} />
    </span>
  </Link>
);

const CallSkeletons = () => (
  <div className="grid gap-5 py-2">
    {Array.from({ length: 10 }, (_, row) => (
      <Skeleton key={row} />
    ))}
  </div>
);
