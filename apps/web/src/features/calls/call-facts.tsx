import type { ReactNode } from "react";
import type { CallSummary } from "@ccp/contract";
import { Link } from "wouter";
import { CopyButton } from "#components/copy-button.tsx";
import { Dash, Duration } from "#components/duration.tsx";
import { Facts } from "#components/facts.tsx";
import { Phone } from "#components/phone.tsx";
import { Age, ZonedTime } from "#components/time.tsx";
import { paths } from "#paths.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { writeCallFilters, type CallFilterValues } from "./call-filters.ts";

/** Leads to exactly the calls that share this fact. */
const SameCalls = ({ filters, children }: { filters: CallFilterValues; children: ReactNode }) => (
  <Link
    href={paths.calls(writeCallFilters(filters))}
    className="font-medium text-accent-text underline-offset-4 hover:underline"
  >
    {children}
  </Link>
);

type Noun = { id: string | number; name: string } | null;

const nounFact = (label: string, key: "campaign" | "publisher" | "buyer" | "target", noun: Noun) => ({
  label,
  value: noun === null ? <Dash /> : <SameCalls filters={{ [key]: String(noun.id) }}>{noun.name}</SameCalls>,
});

const toWhen = (call: CallSummary) => [
  {
    label: "Came in",
    value: (
      <>
        <ZonedTime at={Date.parse(call.arrivedAt)} />
        <Age at={Date.parse(call.arrivedAt)} className="block text-label text-grey-11" />
      </>
    ),
  },
  {
    label: "Ended",
    value: call.endedAt === null ? <Dash /> : <ZonedTime at={Date.parse(call.endedAt)} />,
  },
  { label: "Connected", value: <Duration seconds={call.connectedSeconds} /> },
];

const toWho = (call: CallSummary) => [
  {
    label: "Caller",
    value: (
      <SameCalls filters={{ caller: call.caller }}>
        <Phone number={call.caller} />
      </SameCalls>
    ),
  },
  { label: "Number dialled", value: <Phone number={call.dialled} /> },
  nounFact("Campaign", "campaign", call.campaign),
  nounFact("Publisher", "publisher", call.publisher),
  nounFact("Target", "target", call.target),
  nounFact("Buyer", "buyer", call.buyer),
];

export const CallFacts = ({ call }: { call: CallSummary }) => (
  <Card>
    <CardTitle>Facts</CardTitle>
    <Facts facts={[...toWhen(call), ...toWho(call)]} />
    <div className="mt-3 border-t border-grey-6 pt-3">
      <div className="-mr-2 flex items-center justify-between">
        <span className="min-w-0 font-mono text-label break-all text-grey-11">{call.id}</span>
        <CopyButton text={call.id} label="Copy the call's id" />
      </div>
    </div>
  </Card>
);
