import type { Adjustment } from "@ccp/contract";
import { toAdjustmentName, toPartyName } from "#components/adjustment/adjustment-words.ts";
import { StatusBadge } from "#components/status-badge.tsx";
import { Time } from "#components/time.tsx";

/** An adjustment where a table would not fit. */
export const AdjustmentCard = ({ adjustment }: { adjustment: Adjustment }) => (
  <div className="grid grid-cols-1 gap-1">
    <div className="flex items-center justify-between gap-2">
      <span className="truncate font-medium tabular-nums">{toAdjustmentName(adjustment)}</span>
      <StatusBadge status={adjustment.status} />
    </div>
    <div className="flex items-center justify-between gap-2 text-label text-grey-11">
      <span className="truncate">
        {toPartyName(adjustment)} · {adjustment.reason}
      </span>
      <span className="shrink-0">
        <Time at={Date.parse(adjustment.createdAt)} />
      </span>
    </div>
  </div>
);
