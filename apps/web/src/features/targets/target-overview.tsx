import type { Target } from "@ccp/contract";
import { describeFilter } from "@ccp/engine";
import { PhoneOff } from "lucide-react";
import { Link } from "wouter";
import { useSession } from "#api/session.ts";
import { Facts } from "#components/facts.tsx";
import { LastCallLink } from "#components/noun/figure-cell.tsx";
import { FigureTiles } from "#components/noun/figure-tiles.tsx";
import { OpenSentence } from "#components/noun/open-badge.tsx";
import { ConcurrencyUse, RevenueTerms } from "#components/noun/target-listing.tsx";
import { UsedByCard } from "#components/noun/used-by-card.tsx";
import { useFigures } from "#components/noun/use-figures.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { paths } from "#paths.ts";
import { TargetCheckCard } from "./target-check-card.tsx";
import { CapsUse } from "./caps-use.tsx";
import { Card, CardTitle } from "#ui/card.tsx";

/** How a target stands now, what its calls come to today, and which campaigns dial it. */
export const TargetOverview = ({ target }: { target: Target }) => (
  <div className="grid grid-cols-1 gap-4">
    {target.barred !== null && <BarredSentence barred={target.barred} />}
    <OpenSentence hours={target.hours} timeZone={target.timeZone} />
    <FigureTiles by="target" id={target.id} />
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
      <TargetFacts target={target} />
      <div className="grid grid-cols-1 gap-4">
        {target.status !== "archived" && <TargetCheckCard target={target} />}
        <UsedByCard
          noun="target"
          id={target.id}
          unused="Nothing lists it: it gets no calls until a plan or a group does."
        />
      </div>
    </div>
  </div>
);

const BarredSentence = ({ barred }: { barred: string }) => (
  <p className="flex items-start gap-2 text-bad">
    <PhoneOff aria-hidden className="mt-0.5 size-4 shrink-0" />
    <span>
      Not dialled because {barred}.{" "}
      <Link href={paths.settings.account()} className="underline underline-offset-4">
        Whom we dial
      </Link>
    </span>
  </p>
);

const TargetFacts = ({ target }: { target: Target }) => {
  const { account } = useSession();
  const figures = useFigures("target", [target.id])?.find(target.id);
  return (
    <Card>
      <CardTitle>Terms</CardTitle>
      <Facts
        facts={[
          {
            label: "Buyer",
            value: (
              <Link
                href={paths.buyers.page(target.buyer.id)}
                className="font-medium underline-offset-4 hover:underline"
              >
                {target.buyer.name}
              </Link>
            ),
          },
          { label: "Destination", value: formatPhone(target.destination.address) },
          { label: "Revenue", value: <RevenueTerms target={target} /> },
          {
            label: "Filters",
            value:
              target.filter === null
                ? "Takes all calls"
                : `Only when ${describeFilter(target.filter, target.filterNames)}`,
          },
          { label: "Calls at once", value: <ConcurrencyUse target={{ ...target, figures }} /> },
          { label: "Caps", value: <CapsUse target={target} /> },
          {
            label: "Ring time",
            value:
              target.ringTimeoutSeconds === null
                ? "As in the campaign"
                : `${target.ringTimeoutSeconds} seconds`,
          },
          { label: "Time zone", value: target.timeZone ?? `${account.timeZone}, the account's` },
          ...(figures
            ? [
                {
                  label: "Last call",
                  value: (
                    <span className="inline-flex flex-wrap items-center justify-end gap-2">
                      <LastCallLink call={figures.lastCall} as="result" />
                      <LastCallLink call={figures.lastCall} as="age" />
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
};
