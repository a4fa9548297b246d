import type { ListedTarget } from "@ccp/contract";
import { Link } from "wouter";
import { StatusBadge } from "#components/status-badge.tsx";
import { paths } from "#paths.ts";
import { Badge, type Tone } from "#ui/badge.tsx";

const linkClasses = "truncate underline-offset-4 hover:underline";

/** A target's name over its buyer's. */
export const TargetCell = ({ target: { id, name, buyer } }: { target: ListedTarget }) => (
  <span className="min-w-0 max-md:order-1 max-md:col-span-3">
    <Link href={paths.targets.page(id)} className={`block font-medium ${linkClasses}`}>
      {name}
    </Link>
    <span className="flex items-center gap-1.5 text-label text-grey-11">
      <Link href={paths.buyers.page(buyer.id)} className={linkClasses}>
        {buyer.name}
      </Link>
      {buyer.status !== "active" && <StatusBadge status={buyer.status} />}
    </span>
  </span>
);

type NowCellProps = { standing: { tone: Tone; text: string; detail: string | null } };

/** Whether calls would go there now, and if not, why. */
export const NowCell = ({ standing: { tone, text, detail } }: NowCellProps) => (
  <span className="min-h-10 min-w-0 max-md:order-2 max-md:col-span-3">
    <Badge tone={tone}>{text}</Badge>
    {detail !== null && <span className="block text-label text-grey-11">{detail}</span>}
  </span>
);

type CallsCellProps = { inUse: number; max: number | null };

export const CallsCell = ({ inUse, max }: CallsCellProps) => (
  <span className="text-label tabular-nums max-md:order-3 max-md:col-span-3">
    <span className="text-grey-11 md:sr-only">Calls at once: </span>
    {max === null ? `${inUse}, no limit` : `${inUse} of ${max}`}
  </span>
);
