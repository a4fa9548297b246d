import type { CallSummary } from "@ccp/contract";
import { Duration } from "#components/duration.tsx";
import { Money } from "#components/money.tsx";
import { Phone } from "#components/phone.tsx";
import { CallBadge } from "#components/status-badge.tsx";
import { Time } from "#components/time.tsx";

/** A row of the call log where a table would not fit. */
export const CallCard = ({ call }: { call: CallSummary }) => (
  <div className="grid gap-1">
    <div className="flex items-center justify-between gap-2">
      <Phone number={call.caller} className="font-medium" />
      <CallBadge call={call} />
    </div>
    <div className="flex items-center justify-between gap-2">
      <span className="truncate">{call.campaign?.name ?? "No campaign"}</span>
      <Money micros={call.revenueMicros} currency={call.currency} className="font-medium" />
    </div>
    <div className="flex items-center justify-between gap-2 text-label text-grey-11">
      <span className="truncate">
        <Time at={Date.parse(call.arrivedAt)} />
        {(call.target ?? call.agent) !== null && ` · ${(call.target ?? call.agent)?.name}`}
      </span>
      {call.connectedSeconds !== null && <Duration seconds={call.connectedSeconds} />}
    </div>
  </div>
);
