import type { ValueList } from "@ccp/contract";
import { Count } from "#components/count.tsx";
import { StatusBadge } from "#components/status-badge.tsx";

/** A list where a table would not fit. */
export const ValueListCard = ({ row }: { row: ValueList }) => (
  <div className="grid gap-1">
    <div className="flex items-center justify-between gap-2">
      <span className="truncate font-medium">{row.name}</span>
      <StatusBadge status={row.status} />
    </div>
    <div className="flex items-center justify-between gap-2 text-label text-grey-11 tabular-nums">
      <span>
        <Count value={row.valueCount} /> {row.valueCount === 1 ? "value" : "values"}
      </span>
      <span>
        {row.targetCount === 0
          ? "Not used"
          : `Used by ${row.targetCount} ${row.targetCount === 1 ? "target" : "targets"}`}
      </span>
    </div>
  </div>
);
