import type { CallSummary } from "@ccp/contract";
import type { Column } from "#components/data-table.tsx";
import { Dash, Duration } from "#components/duration.tsx";
import { Money } from "#components/money.tsx";
import { Phone } from "#components/phone.tsx";
import { CallBadge } from "#components/status-badge.tsx";
import { Time } from "#components/time.tsx";
import { subtractMoney } from "#lib/format-money.ts";
import { formatPhone } from "#lib/format-phone.ts";

const NameOrDash = ({ noun }: { noun: { name: string } | null }) =>
  noun === null ? <Dash /> : <span title={noun.name}>{noun.name}</span>;

export const toCallName = ({ caller, campaign }: CallSummary): string =>
  `Call from ${formatPhone(caller)}${campaign === null ? "" : ` to ${campaign.name}`}`;

export const toCallColumns = (zone: string): readonly Column<CallSummary>[] => [
  {
    id: "time",
    width: 136,
    header: (
      <>
        Time <span className="font-normal">({zone})</span>
      </>
    ),
    cell: (call) => <Time at={Date.parse(call.arrivedAt)} />,
  },
  { id: "outcome", width: 132, header: "Outcome", cell: (call) => <CallBadge call={call} /> },
  { id: "caller", width: 116, header: "Caller", cell: (call) => <Phone number={call.caller} /> },
  { id: "number", width: 116, header: "Number", cell: (call) => <Phone number={call.dialled} /> },
  { id: "campaign", header: "Campaign", cell: (call) => <NameOrDash noun={call.campaign} /> },
  { id: "publisher", width: 148, header: "Publisher", cell: (call) => <NameOrDash noun={call.publisher} /> },
  { id: "target", header: "Target", cell: (call) => <NameOrDash noun={call.target} /> },
  { id: "buyer", width: 152, header: "Buyer", cell: (call) => <NameOrDash noun={call.buyer} /> },
  {
    id: "connected",
    width: 80,
    align: "right",
    header: "Connected",
    cell: (call) => <Duration seconds={call.connectedSeconds} />,
  },
  {
    id: "revenue",
    width: 78,
    align: "right",
    header: "Revenue",
    cell: (call) => <Money micros={call.revenueMicros} currency={call.currency} />,
  },
  {
    id: "payout",
    width: 78,
    align: "right",
    header: "Payout",
    cell: (call) => <Money micros={call.payoutMicros} currency={call.currency} />,
  },
  {
    id: "margin",
    width: 94,
    align: "right",
    header: "Margin",
    cell: (call) => (
      <Money micros={subtractMoney(call.revenueMicros, call.payoutMicros)} currency={call.currency} />
    ),
  },
];
