import { Link } from "wouter";
import { Count } from "#components/count.tsx";
import { Table, TableCell, TableHead } from "#ui/table.tsx";
import type { CampaignLine } from "./count-by-campaign.ts";
import { stepTexts } from "./live-list.ts";

const steps = ["routing", "dialling", "talking", "ending"] as const;

type ByCampaignProps = { lines: readonly CampaignLine[]; toHref: (campaignId: string) => string };

/** How many calls each campaign has, by what they are at. */
export const ByCampaign = ({ lines, toHref }: ByCampaignProps) => (
  <Table>
    <thead>
      <tr>
        <TableHead className="pl-4 md:pl-6">Campaign</TableHead>
        {steps.map((step) => (
          <TableHead key={step} className="w-24 text-right max-md:hidden">
            {stepTexts[step]}
          </TableHead>
        ))}
        <TableHead className="w-24 pr-4 text-right md:pr-6">Calls</TableHead>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ campaign, total, steps: counts }) => (
        <tr key={campaign?.id ?? "none"}>
          <TableCell className="max-w-60 truncate pl-4 md:pl-6">
            {campaign === null ? (
              <span className="text-grey-11">No campaign</span>
            ) : (
              <Link
                href={toHref(campaign.id)}
                className="font-medium underline-offset-4 hover:text-accent-text hover:underline"
              >
                {campaign.name}
              </Link>
            )}
          </TableCell>
          {steps.map((step) => (
            <TableCell key={step} className="text-right max-md:hidden">
              <Count value={counts[step]} />
            </TableCell>
          ))}
          <TableCell className="pr-4 text-right font-medium md:pr-6">
            <Count value={total} />
          </TableCell>
        </tr>
      ))}
    </tbody>
  </Table>
);
