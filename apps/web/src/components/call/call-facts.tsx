import { attestationWords, toPlaceText, type CallFilters, type CallSummary } from "@ccp/contract";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { CopyButton } from "#components/copy-button.tsx";
import { Dash, Duration, RunningDuration } from "#components/duration.tsx";
import { Facts, type Fact } from "#components/facts.tsx";
import { Phone } from "#components/phone.tsx";
import { Age, ZonedTime } from "#components/time.tsx";
import { toCallsAddress } from "#lib/calls-address.ts";
import { formatClock, formatZone } from "#lib/format-time.ts";
import { paths } from "#paths.ts";

type SameCallsProps = { filters: Parameters<typeof toCallsAddress>[0]; children: ReactNode };

/** Leads to exactly the calls that share this fact. */
const SameCalls = ({ filters, children }: SameCallsProps) => (
  <Link
    href={toCallsAddress(filters)}
    className="font-medium text-accent-text underline-offset-4 hover:underline"
  >
    {children}
  </Link>
);

type NounFilterKey = "campaignId" | "publisherId" | "buyerId" | "targetId" | "numberId";
type Noun = { id: string | number; name: string } | null;

const nounFact = (label: string, key: keyof CallFilters & NounFilterKey, noun: Noun): Fact => ({
  label,
  value: noun === null ? <Dash /> : <SameCalls filters={{ [key]: String(noun.id) }}>{noun.name}</SameCalls>,
});

/** An agent leads to its own page: calls are found there. */
const toAgentFact = ({ id, name }: NonNullable<CallSummary["agent"]>): Fact => ({
  label: "Agent",
  value: (
    <Link href={paths.agents.page(id)} className="font-medium underline-offset-4 hover:underline">
      {name}
    </Link>
  ),
});

const enders: Record<NonNullable<CallSummary["endedBy"]>, string> = {
  caller: "The caller",
  target: "The target",
  account: "The routing",
  operator: "Somebody in the console",
};

const toWhen = (call: CallSummary): Fact[] => [
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
  { label: "Ended by", value: call.endedBy === null ? <Dash /> : enders[call.endedBy] },
  {
    label: "Connected",
    value:
      call.status !== "ended" && call.connectedAt !== null ? (
        <RunningDuration since={Date.parse(call.connectedAt)} />
      ) : (
        <Duration seconds={call.connectedSeconds} />
      ),
  },
];

/** What the caller's clock likely showed when the call came in. */
const CallerClock = ({ call: { place, arrivedAt } }: { call: CallSummary }) =>
  place.timeZone !== null && (
    <span className="block text-label text-grey-11">
      likely {formatClock(Date.parse(arrivedAt), place.timeZone)}{" "}
      {formatZone(Date.parse(arrivedAt), place.timeZone)} there
    </span>
  );

const Attested = ({ attestation }: Pick<CallSummary, "attestation">) => (
  <>
    {attestationWords[attestation].label}
    <span className="block text-label text-grey-11">{attestationWords[attestation].meaning}</span>
  </>
);

const toWho = (call: CallSummary): Fact[] => [
  {
    label: "Caller",
    value: (
      <SameCalls filters={{ caller: call.caller }}>
        <Phone number={call.caller} />
      </SameCalls>
    ),
  },
  {
    label: "Calls from",
    value: (
      <>
        {toPlaceText(call.place) ?? <Dash />}
        <CallerClock call={call} />
      </>
    ),
  },
  { label: "Attestation", value: <Attested attestation={call.attestation} /> },
  { label: "Number dialled", value: <Phone number={call.dialled} /> },
  ...(call.number === null ? [] : [nounFact("Number's label", "numberId", call.number)]),
  nounFact("Campaign", "campaignId", call.campaign),
  nounFact("Publisher", "publisherId", call.publisher),
  ...(call.agent === null
    ? [nounFact("Target", "targetId", call.target), nounFact("Buyer", "buyerId", call.buyer)]
    : [toAgentFact(call.agent)]),
];

/** What is known of the call; each noun leads to the calls that share it. */
export const CallFacts = ({ call }: { call: CallSummary }) => (
  <>
    <Facts facts={[...toWhen(call), ...toWho(call)]} />
    <div className="mt-3 border-t border-grey-6 pt-3">
      <div className="-mr-2 flex items-center justify-between">
        <span className="min-w-0 font-mono text-label break-all text-grey-11">{call.id}</span>
        <CopyButton text={call.id} label="Copy the call's id" />
      </div>
    </div>
  </>
);
