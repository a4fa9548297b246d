import type { BlockedCaller } from "@ccp/contract";
import { toEntryName } from "#components/block/entry.ts";
import { StatusBadge } from "#components/status-badge.tsx";
import { Time } from "#components/time.tsx";

/** An entry where a table would not fit. */
export const BlockedCard = ({ entry }: { entry: BlockedCaller }) => (
  <div className="grid gap-1">
    <div className="flex items-center justify-between gap-2">
      <span className="truncate font-medium tabular-nums">{toEntryName(entry)}</span>
      <StatusBadge status={entry.isExpired ? "expired" : "blocking"} />
    </div>
    <div className="flex items-center justify-between gap-2 text-label text-grey-11">
      <span className="truncate">
        {entry.campaign?.name ?? "All campaigns"}
        {entry.reason !== "" && ` · ${entry.reason}`}
      </span>
      <span className="shrink-0">
        {entry.expiresAt === null ? "Never expires" : <Time at={Date.parse(entry.expiresAt)} />}
      </span>
    </div>
  </div>
);
