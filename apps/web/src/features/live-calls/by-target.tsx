import type { LiveCalls } from "@ccp/contract";
import { Link } from "wouter";
import { cn } from "#lib/cn.ts";
import { Table, TableCell, TableHead } from "#ui/table.tsx";

type BusyTarget = LiveCalls["targets"][number];

const nearShare = 0.8;

const toColour = ({ inUse, concurrencyMax }: BusyTarget): string => {
  if (concurrencyMax === null) return "bg-live";
  if (inUse >= concurrencyMax) return "bg-bad";
  return inUse >= concurrencyMax * nearShare ? "bg-warn" : "bg-live";
};

const toUse = ({ inUse, concurrencyMax }: BusyTarget): string => {
  if (concurrencyMax === null) return `${inUse}, no limit`;
  return `${inUse} of ${concurrencyMax}${inUse >= concurrencyMax ? ", full" : ""}`;
};

type ByTargetProps = { targets: readonly BusyTarget[]; toHref: (targetId: string) => string };

/** How many calls each target has at once beside how many it takes. */
export const ByTarget = ({ targets, toHref }: ByTargetProps) => (
  <Table>
    <thead>
      <tr>
        <TableHead className="pl-4 md:pl-6">Target</TableHead>
        <TableHead className="max-md:hidden">Buyer</TableHead>
        <TableHead className="w-1/3">Calls at once</TableHead>
        <TableHead className="w-32 pr-4 text-right md:pr-6">In use</TableHead>
      </tr>
    </thead>
    <tbody>
      {targets.map((each) => (
        <tr key={each.target.id}>
          <TableCell className="max-w-60 truncate pl-4 md:pl-6">
            <Link
              href={toHref(each.target.id)}
              className="font-medium underline-offset-4 hover:text-accent-text hover:underline"
            >
              {each.target.name}
            </Link>
          </TableCell>
          <TableCell className="max-md:hidden">{each.buyer.name}</TableCell>
          <TableCell>
            <span aria-hidden className="block h-2 rounded-full bg-grey-5">
              <span
                className={cn("block h-full rounded-full", toColour(each))}
                style={{ width: `${toShare(each) * 100}%` }}
              />
            </span>
          </TableCell>
          <TableCell className="pr-4 text-right tabular-nums md:pr-6">{toUse(each)}</TableCell>
        </tr>
      ))}
    </tbody>
  </Table>
);

/** Without a limit there is nothing to be near to, so the bar only says that something goes on. */
const toShare = ({ inUse, concurrencyMax }: BusyTarget): number =>
  concurrencyMax === null ? 0.1 : Math.min(1, inUse / Math.max(1, concurrencyMax));
