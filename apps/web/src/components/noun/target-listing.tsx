import { listTargetsQuery, targetColumns, toRevenueText, type Target, type WithFigures } from "@ccp/contract";
import { PhoneOff, TriangleAlert } from "lucide-react";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { nounField } from "#components/filters/noun-field.tsx";
import { cn } from "#lib/cn.ts";
import { formatMoney } from "#lib/format-money.ts";
import { Badge } from "#ui/badge.tsx";
import { statusTabs, type NounListing } from "./noun-listing.ts";
import { OpenBadge } from "./open-badge.tsx";

export const targetFields = [nounField({ key: "buyer", noun: "buyerId", label: "Buyer", group: "Target" })];

/** How many calls it has of how many it takes at once. */
export const ConcurrencyUse = ({ target }: { target: WithFigures<Target> }) => {
  const { concurrencyMax, figures } = target;
  const live = figures?.live ?? 0;
  if (concurrencyMax === null) return <span className="text-grey-11">No limit</span>;
  const isFull = live >= concurrencyMax;
  return (
    <span
      className={cn("tabular-nums", isFull && "font-medium text-warn")}
      title={isFull ? "At its limit: it takes no further call now" : undefined}
    >
      {isFull && (
        <TriangleAlert aria-label="At its limit:" className="mr-1 inline size-3.5 align-text-bottom" />
      )}
      {live} of {concurrencyMax}
    </span>
  );
};

/** What the buyer pays for a call. */
export const RevenueTerms = ({ target }: { target: Target }) => {
  const { currency } = useSession().account;
  const text = toRevenueText(target.revenue, (micros) => formatMoney(micros, currency));
  return <span title={text}>{text}</span>;
};

/** Whether calls find it open, unless the account does not dial it at all. */
const TakesCalls = ({ target: { barred, hours, timeZone } }: { target: Target }) =>
  barred === null ? (
    <OpenBadge hours={hours} timeZone={timeZone} />
  ) : (
    <Badge tone="bad" title={`Not dialled because ${barred}`}>
      <PhoneOff aria-hidden />
      Not dialled
    </Badge>
  );

const renderCell = (target: WithFigures<Target>, columnId: string) => {
  switch (columnId) {
    case "hours":
      return <TakesCalls target={target} />;
    case "concurrencyMax":
      return <ConcurrencyUse target={target} />;
    case "terms":
      return <RevenueTerms target={target} />;
    default:
      return undefined;
  }
};

export const targetListing: NounListing<Target> = {
  noun: "target",
  words: { one: "target", many: "targets" },
  spec: {
    name: "targets",
    query: listTargetsQuery,
    columns: targetColumns,
    filters: targetFields,
    search: { key: "search", param: "search", placeholder: "Name or id" },
    defaultSort: "name",
    tabs: statusTabs,
  },
  load: client.listTargets,
  toName: ({ name }) => name,
  renderCell,
  renderLine: (target) => (
    <>
      <span className="truncate">{target.buyer.name}</span>
      <TakesCalls target={target} />
    </>
  ),
  widths: { destination: 120, hours: 84, concurrencyMax: 92, terms: 164 },
};
