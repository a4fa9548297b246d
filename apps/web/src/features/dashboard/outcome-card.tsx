import type { Count, Dashboard } from "@ccp/contract";
import { Link } from "wouter";
import { outcomeNames } from "#components/status-badge.tsx";
import { toCallsAddress } from "#lib/calls-address.ts";
import { cn } from "#lib/cn.ts";
import { formatPercent } from "#lib/format-percent.ts";
import { Card, CardTitle } from "#ui/card.tsx";

type Line = { label: string; count: Count };

type Part = Line & { colour: string };

const toParts = ({ today }: Dashboard): Part[] => [
  { label: outcomeNames.connected, colour: "bg-live", count: today.connected },
  { label: outcomeNames["not-connected"], colour: "bg-grey-9", count: today.notConnected },
  { label: outcomeNames.abandoned, colour: "bg-grey-7", count: today.abandoned },
  { label: outcomeNames.refused, colour: "bg-bad", count: today.refused },
  { label: "On now", colour: "bg-warn", count: today.live },
];

/** How today's calls went, each way with its calls; a call has no outcome before it is over. */
export const OutcomeCard = ({ dashboard }: { dashboard: Dashboard }) => {
  const parts = toParts(dashboard);
  const { repeats } = dashboard.today;
  const total = parts.reduce((sum, { count }) => sum + count.value, 0);
  return (
    <Card className="min-w-0">
      <CardTitle>How they went</CardTitle>
      <div aria-hidden className="mb-3 flex h-3 gap-px overflow-hidden rounded-control bg-grey-4">
        {parts
          .filter(({ count }) => count.value > 0)
          .map(({ label, colour, count }) => (
            <span key={label} className={colour} style={{ flexGrow: count.value }} />
          ))}
      </div>
      <ul role="list">
        {parts.map((part) => (
          <li key={part.label}>
            <CountLink {...part} total={total} />
          </li>
        ))}
      </ul>
      {repeats.value > 0 && (
        <div className="mt-2 border-t border-grey-6 pt-2">
          <CountLink label="Repeat calls" count={repeats} total={total} />
        </div>
      )}
    </Card>
  );
};

type CountLinkProps = Line & { colour?: string; total: number };

/** A way to the calls of one line; what stands across the parts has no colour. */
const CountLink = ({ label, colour, count, total }: CountLinkProps) => (
  <Link
    href={toCallsAddress(count.filters)}
    className="-mx-2 flex h-8 items-center gap-2 rounded-control px-2 hover:bg-grey-3"
  >
    {colour !== undefined && <span aria-hidden className={cn("size-2.5 shrink-0 rounded-full", colour)} />}
    <span className="min-w-0 flex-1 truncate">{label}</span>
    <span className="tabular-nums">{count.value.toLocaleString("en-US")}</span>
    <span className="w-12 text-right text-label text-grey-11 tabular-nums">
      {total === 0 ? "–" : formatPercent(count.value / total)}
    </span>
  </Link>
);
