import { toPayoutRulesText, toPayoutText, type Publisher } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { publisherPayoutsQuery } from "#api/party-queries.ts";
import { useSession } from "#api/session.ts";
import { ErrorState } from "#components/states.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { formatMoney } from "#lib/format-money.ts";
import { paths } from "#paths.ts";
import { Skeleton } from "#ui/skeleton.tsx";

const whose = { campaign: "The campaign's terms", publisher: "Its own terms" } as const;

/** What the publisher is paid in each campaign, and whether that was agreed with it alone. */
export const PublisherPayouts = ({ publisher: { id, name } }: { publisher: Publisher }) => (
  <section aria-label="Payouts">
    <h2 className="sr-only">Payouts</h2>
    <Rows id={id} name={name} />
  </section>
);

const Rows = ({ id, name }: Pick<Publisher, "id" | "name">) => {
  const { currency } = useSession().account;
  const { data, error, refetch } = useQuery(publisherPayoutsQuery(id));
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return <Skeleton className="h-9" />;
  }
  if (data.items.length === 0) {
    return (
      <p className="text-grey-11">
        {name} is paid in no campaign yet: assign it a number of one, or give it terms there.
      </p>
    );
  }
  return (
    <ul role="list" className="grid border-t border-grey-6">
      {data.items.map(({ campaign, campaignStatus, rules, payout, from }) => (
        <li
          key={campaign.id}
          className="grid gap-x-4 gap-y-0.5 border-b border-grey-6 py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)_180px]"
        >
          <span className="flex min-w-0 items-center gap-1.5">
            <Link
              href={paths.campaigns.page(campaign.id, "settings")}
              className="truncate font-medium underline-offset-4 hover:underline"
            >
              {campaign.name}
            </Link>
            {campaignStatus !== "active" && <StatusBadge status={campaignStatus} />}
          </span>
          <span className="tabular-nums">
            {rules.length > 0 && (
              <span className="block">
                {toPayoutRulesText(rules, (micros) => formatMoney(micros, currency))}; all other calls:
              </span>
            )}
            {toPayoutText(payout, (micros) => formatMoney(micros, currency))}
          </span>
          <span className="text-grey-11">{whose[from]}</span>
        </li>
      ))}
    </ul>
  );
};
