import type { NumberResource } from "@ccp/contract";
import { TriangleAlert } from "lucide-react";
import { Link } from "wouter";
import { Facts } from "#components/facts.tsx";
import { LastCallLink } from "#components/noun/figure-cell.tsx";
import { FigureTiles } from "#components/noun/figure-tiles.tsx";
import { useFigures } from "#components/noun/use-figures.ts";
import { paths } from "#paths.ts";
import { Card, CardTitle } from "#ui/card.tsx";

/** What a call to this number comes to, today's figures, and where it leads. */
export const NumberOverview = ({ number }: { number: NumberResource }) => (
  <div className="grid grid-cols-1 gap-4">
    <WhereItLeads number={number} />
    <FigureTiles by="number" id={number.id} />
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
      <NumberFacts number={number} />
    </div>
  </div>
);

const linkClasses = "font-medium underline-offset-4 hover:underline";

const WhereItLeads = ({ number: { campaign, publisher, status } }: { number: NumberResource }) => {
  if (campaign === null) {
    return (
      <p className="flex items-center gap-2 text-warn">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        Calls to it are refused: it leads to no campaign.
      </p>
    );
  }
  if (status === "paused") {
    return (
      <p className="flex items-center gap-2 text-warn">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        It is paused: callers hear the apology of {campaign.name}.
      </p>
    );
  }
  return (
    <p>
      Calls go to {campaign.name}
      {publisher === null ? ", for no publisher." : ` and count for ${publisher.name}.`}
    </p>
  );
};

const NumberFacts = ({
  number: { id, campaign, publisher, carrierAccount, label },
}: {
  number: NumberResource;
}) => {
  const figures = useFigures("number", [id])?.find(id);
  const lastCall = figures && {
    label: "Last call",
    value: (
      <span className="inline-flex flex-wrap items-center justify-end gap-2">
        <LastCallLink call={figures.lastCall} as="result" />
        <LastCallLink call={figures.lastCall} as="age" />
      </span>
    ),
  };
  return (
    <Card>
      <CardTitle>Assignment</CardTitle>
      <Facts
        facts={[
          {
            label: "Campaign",
            value:
              campaign === null ? (
                "None"
              ) : (
                <Link href={paths.campaigns.page(campaign.id)} className={linkClasses}>
                  {campaign.name}
                </Link>
              ),
          },
          {
            label: "Publisher",
            value:
              publisher === null ? (
                "None"
              ) : (
                <Link href={paths.publishers.page(publisher.id)} className={linkClasses}>
                  {publisher.name}
                </Link>
              ),
          },
          { label: "Label", value: label === "" ? "None" : label },
          { label: "Carrier account", value: carrierAccount.name },
          ...(lastCall ? [lastCall] : []),
        ]}
      />
    </Card>
  );
};
