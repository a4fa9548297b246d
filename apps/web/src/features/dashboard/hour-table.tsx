import { Link } from "wouter";
import { Count } from "#components/count.tsx";
import { Dash } from "#components/duration.tsx";
import { Money } from "#components/money.tsx";
import { toCallsAddress } from "#lib/calls-address.ts";
import { Table, TableCell, TableHead } from "#ui/table.tsx";
import { type HourSlot, toHourText } from "./hour-slots.ts";

type HourTableProps = { slots: readonly HourSlot[]; currency: string };

/** The charts' figures for those who cannot see them, or want them exactly. */
export const HourTable = ({ slots, currency }: HourTableProps) => (
  <details className="mt-4">
    <summary className="w-fit cursor-pointer py-1 text-label text-grey-11 hover:text-grey-12">
      The same as a table
    </summary>
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Calls and revenue by hour">
      <Table>
        <thead>
          <tr>
            <TableHead>Hour</TableHead>
            <TableHead className="text-right">Calls</TableHead>
            <TableHead className="text-right">Connected</TableHead>
            <TableHead className="text-right">Converted</TableHead>
            <TableHead className="text-right">Revenue</TableHead>
            <TableHead className="text-right">Calls yesterday</TableHead>
            <TableHead className="text-right">Revenue yesterday</TableHead>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <HourRow key={slot.key} slot={slot} currency={currency} />
          ))}
        </tbody>
      </Table>
    </div>
  </details>
);

const HourRow = ({ slot: { hour, today, yesterday }, currency }: { slot: HourSlot; currency: string }) => (
  <tr>
    <TableCell className="tabular-nums">{toHourText(hour)}</TableCell>
    <TableCell className="text-right">
      {today === null ? (
        <Dash />
      ) : (
        <Link
          href={toCallsAddress(today.calls.filters)}
          className="underline-offset-4 hover:text-accent-text hover:underline"
        >
          <Count value={today.calls.value} />
        </Link>
      )}
    </TableCell>
    <TableCell className="text-right">
      {today === null ? <Dash /> : <Count value={today.connected} />}
    </TableCell>
    <TableCell className="text-right">
      {today === null ? <Dash /> : <Count value={today.converted} />}
    </TableCell>
    <TableCell className="text-right">
      {today === null ? <Dash /> : <Money micros={today.revenueMicros} currency={currency} />}
    </TableCell>
    <TableCell className="text-right">
      {yesterday === null ? <Dash /> : <Count value={yesterday.calls.value} />}
    </TableCell>
    <TableCell className="text-right">
      {yesterday === null ? <Dash /> : <Money micros={yesterday.revenueMicros} currency={currency} />}
    </TableCell>
  </tr>
);
