import type { Dashboard } from "@ccp/contract";
import { Link } from "wouter";
import { Count } from "#components/count.tsx";
import { Money } from "#components/money.tsx";
import { toCallsAddress } from "#lib/calls-address.ts";
import { subtractMoney } from "#lib/format-money.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { Table, TableCell, TableHead } from "#ui/table.tsx";

type TopRow = Dashboard["topCampaigns"][number] | Dashboard["topBuyers"][number];

type TopCardProps<Row extends TopRow> = {
  title: string;
  /** Heading of the names. */
  noun: string;
  rows: readonly Row[];
  currency: string;
  toHref: (row: Row) => string;
};

/** Who brought the most revenue today. */
export const TopCard = <Row extends TopRow>({ title, noun, rows, currency, toHref }: TopCardProps<Row>) => (
  <Card className="min-w-0">
    <CardTitle>{title}</CardTitle>
    {rows.length === 0 ? (
      <p className="text-grey-11">No calls today yet.</p>
    ) : (
      <div className="-mx-4 overflow-x-auto px-4" tabIndex={0} role="region" aria-label={title}>
        <Table className="max-md:[&_:is(td,th)]:px-1.5">
          <thead>
            <tr>
              <TableHead className="pl-0">{noun}</TableHead>
              <TableHead className="text-right">Calls</TableHead>
              <TableHead className="text-right max-md:hidden">Connected</TableHead>
              <TableHead className="text-right max-md:hidden">Converted</TableHead>
              <TableHead className="text-right">Revenue</TableHead>
              <TableHead className="pr-0 text-right">Margin</TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TopTableRow key={row.noun.id} row={row} currency={currency} href={toHref(row)} />
            ))}
          </tbody>
        </Table>
      </div>
    )}
  </Card>
);

const linkClasses = "underline-offset-4 hover:text-accent-text hover:underline";

const TopTableRow = ({ row, currency, href }: { row: TopRow; currency: string; href: string }) => (
  <tr>
    <TableCell className="max-w-40 truncate pl-0 font-medium max-md:max-w-20">
      <Link href={href} title={row.noun.name} className={linkClasses}>
        {row.noun.name}
      </Link>
    </TableCell>
    <TableCell className="text-right">
      <Link href={toCallsAddress(row.calls.filters)} className={linkClasses}>
        <Count value={row.calls.value} />
      </Link>
    </TableCell>
    <TableCell className="text-right max-md:hidden">
      <Count value={row.connected} />
    </TableCell>
    <TableCell className="text-right max-md:hidden">
      <Count value={row.converted} />
    </TableCell>
    <TableCell className="text-right">
      <Money micros={row.revenueMicros} currency={currency} />
    </TableCell>
    <TableCell className="pr-0 text-right">
      <Money micros={subtractMoney(row.revenueMicros, row.payoutMicros)} currency={currency} />
    </TableCell>
  </tr>
);
