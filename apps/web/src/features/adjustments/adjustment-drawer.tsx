import type { Adjustment } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { adjustmentQuery } from "#api/money-queries.ts";
import { toAdjustmentName } from "#components/adjustment/adjustment-words.ts";
import { DecideButtons } from "#components/adjustment/decide-buttons.tsx";
import { Drawer, type DrawerSteps } from "#components/drawer/drawer.tsx";
import { Facts, type Fact } from "#components/facts.tsx";
import { ErrorState } from "#components/states.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { ZonedTime } from "#components/time.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { paths } from "#paths.ts";

/** One adjustment, what became of it, and what can be done with it. */
export const AdjustmentDrawer = ({ id, steps }: { id: string; steps: DrawerSteps }) => {
  const { data, error, refetch } = useQuery(adjustmentQuery(id));
  if (data === undefined) {
    return (
      <Drawer title="Adjustment" steps={steps}>
        {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      </Drawer>
    );
  }
  return (
    <Drawer title={toAdjustmentName(data)} badge={<StatusBadge status={data.status} />} steps={steps}>
      <p className="break-words">{data.reason}</p>
      <div className="my-4 flex flex-wrap gap-2 empty:hidden">
        <DecideButtons adjustment={data} />
      </div>
      <Facts facts={toFacts(data)} />
    </Drawer>
  );
};

const linkClasses = "text-accent-text underline-offset-4 hover:underline";

const toParty = ({ buyer, publisher }: Adjustment): Fact[] => [
  ...(buyer === null
    ? []
    : [
        {
          label: "Buyer",
          value: (
            <Link className={linkClasses} href={paths.buyers.page(buyer.id)}>
              {buyer.name}
            </Link>
          ),
        },
      ]),
  ...(publisher === null
    ? []
    : [
        {
          label: "Publisher",
          value: (
            <Link className={linkClasses} href={paths.publishers.page(publisher.id)}>
              {publisher.name}
            </Link>
          ),
        },
      ]),
];

const toOutcome = (word: string, by: string | null, at: string | null, note: string | null): Fact[] =>
  by === null || at === null
    ? []
    : [
        { label: `${word} by`, value: by },
        { label: word, value: <ZonedTime at={Date.parse(at)} /> },
        ...(note === null ? [] : [{ label: "Note", value: note }]),
      ];

const toFacts = (adjustment: Adjustment): Fact[] => [
  {
    label: "Call from",
    value: (
      <Link className={linkClasses} href={paths.call(adjustment.callId)}>
        {adjustment.caller === null ? adjustment.callId : formatPhone(adjustment.caller)}
      </Link>
    ),
  },
  ...toParty(adjustment),
  { label: "Asked for by", value: adjustment.requestedBy },
  { label: "Asked for", value: <ZonedTime at={Date.parse(adjustment.createdAt)} /> },
  ...toOutcome(
    adjustment.status === "rejected" ? "Rejected" : "Approved",
    adjustment.decidedBy,
    adjustment.decidedAt,
    adjustment.decisionNote,
  ),
  ...toOutcome("Voided", adjustment.voidedBy, adjustment.voidedAt, adjustment.voidNote),
];
