import type { Adjustment } from "@ccp/contract";
import { StatusBadge } from "#components/status-badge.tsx";
import { Time } from "#components/time.tsx";
import { DecideButtons } from "./decide-buttons.tsx";
import { toAdjustmentName } from "./adjustment-words.ts";

/** An adjustment on the call it is of: how much, why, who asked, and what became of it. */
export const AdjustmentItem = ({ adjustment }: { adjustment: Adjustment }) => {
  const { reason, status, requestedBy, createdAt, decidedBy, decisionNote, voidedBy, voidNote } = adjustment;
  return (
    <li className="grid gap-1 rounded-control border border-grey-6 p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-medium tabular-nums">{toAdjustmentName(adjustment)}</span>
        <StatusBadge status={status} />
      </div>
      <p className="break-words">{reason}</p>
      <p className="text-label text-grey-11">
        {requestedBy}, <Time at={Date.parse(createdAt)} />
      </p>
      {decidedBy !== null && (
        <Outcome word={status === "rejected" ? "Rejected" : "Approved"} by={decidedBy} note={decisionNote} />
      )}
      {voidedBy !== null && <Outcome word="Voided" by={voidedBy} note={voidNote} />}
      <div className="flex flex-wrap gap-2 empty:hidden">
        <DecideButtons adjustment={adjustment} />
      </div>
    </li>
  );
};

const Outcome = ({ word, by, note }: { word: string; by: string; note: string | null }) => (
  <p className="text-label break-words text-grey-11">
    {word} by {by}
    {note !== null && `: ${note}`}
  </p>
);
