import type { CallSummary } from "@ccp/contract";
import { Duration, RunningDuration } from "#components/duration.tsx";
import { Phone } from "#components/phone.tsx";
import type { BoardCall } from "./board.ts";
import { StepBadge } from "./step-badge.tsx";

type CellProps = { row: BoardCall; skewMs: number };

/** Counts by this browser's clock from a moment of the server's; stands still once the call is over. */
const Timer = ({ since, row, skewMs }: CellProps & { since: string }) => {
  const start = Date.parse(since) - skewMs;
  return row.goneAt === null ? (
    <RunningDuration since={start} />
  ) : (
    <Duration seconds={(row.goneAt - start) / 1000} />
  );
};

const toStepText = ({ step, attempts }: CallSummary): string => {
  switch (step) {
    case "routing":
      return "Being routed";
    case "dialling":
      return `Attempt ${attempts} rings`;
    case "talking":
      return attempts > 1 ? `Talking, attempt ${attempts}` : "Talking";
    case "ending":
      return "Apology";
    case null:
      return "Over";
  }
};

const CurrentStep = ({ row, skewMs }: CellProps) => {
  const { call, goneAt } = row;
  if (goneAt !== null) return <span className="text-grey-11">Over</span>;
  const text = toStepText(call);
  return (
    <span className="flex min-w-0 gap-1.5" title={text}>
      <span className="truncate">{text}</span>
      {call.stepSince !== null && (
        <span className="shrink-0 text-grey-11">
          <Timer since={call.stepSince} row={row} skewMs={skewMs} />
        </span>
      )}
    </span>
  );
};

/** The cells of the board that say more than their column's value. */
export const renderLiveCell = (row: BoardCall, columnId: string, skewMs: number) => {
  switch (columnId) {
    case "state":
      return <StepBadge step={row.call.step} isGone={row.goneAt !== null} />;
    case "timer":
      return <Timer since={row.call.arrivedAt} row={row} skewMs={skewMs} />;
    case "step":
      return <CurrentStep row={row} skewMs={skewMs} />;
    default:
      return undefined;
  }
};

export const LiveCard = ({ row, skewMs }: CellProps) => (
  <div className="grid gap-1">
    <div className="flex items-center justify-between gap-2">
      <Phone number={row.call.caller} className="font-medium" />
      <StepBadge step={row.call.step} isGone={row.goneAt !== null} />
    </div>
    <div className="flex items-center justify-between gap-2">
      <span className="truncate">{row.call.campaign?.name ?? "No campaign"}</span>
      <Timer since={row.call.arrivedAt} row={row} skewMs={skewMs} />
    </div>
    <div className="text-label">
      <CurrentStep row={row} skewMs={skewMs} />
    </div>
  </div>
);
