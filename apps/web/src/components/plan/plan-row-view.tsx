import type { PlanRowShown } from "@ccp/contract";
import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import type { FieldErrors } from "react-hook-form";
import { Button } from "#ui/button.tsx";
import { AgentCells, AgentGroupCells } from "./agent-cells.tsx";
import { CountInput } from "./count-input.tsx";
import { GroupCell, GroupNowCells } from "./group-cells.tsx";
import { CallsCell, NowCell, TargetCell } from "./listed-cells.tsx";
import { OrderedRow } from "./ordered-row.tsx";
import { planGrid } from "./plan-grid.ts";
import { hasOverrides, isOfAgents, type PlanRow } from "./plan.ts";
import type { Drag } from "./use-drag.ts";
import type { Judge } from "./use-judge.ts";

type PlanRowViewProps = {
  row: PlanRow;
  name: string;
  shown: PlanRowShown | undefined;
  judge: Judge;
  weightNote: string | undefined;
  fault: FieldErrors<PlanRow> | undefined;
  place: { index: number; last: number; isNewLevel: boolean };
  /** Stands over the first row of a priority. */
  head: ReactNode;
  drag: Drag;
  onMove: (to: number) => void;
  onChange: (changed: Partial<PlanRow>) => void;
  /** A number was left, and the rows may come into another order. */
  onSettle: () => void;
  onOverride: () => void;
  onRemove: () => void;
};

/** One row of the plan: whom it is for, how that stands now, and how much it gets. */
export const PlanRowView = (props: PlanRowViewProps) => {
  const { row, name, place, drag, onChange, onRemove, onMove } = props;
  return (
    <OrderedRow
      name={name}
      grid={planGrid}
      place={place}
      isSetOff={place.isNewLevel && place.index > 0}
      head={place.isNewLevel && props.head}
      drag={drag}
      enabled={row.enabled}
      onEnable={(enabled) => onChange({ enabled })}
      onMove={onMove}
      onRemove={onRemove}
    >
      <WhoCells {...props} />
      <NumberCells {...props} />
      <OverrideButton row={row} name={name} onOverride={props.onOverride} />
    </OrderedRow>
  );
};

const WhoCells = ({ row, name, shown, judge }: PlanRowViewProps) => {
  if (shown === undefined) {
    return (
      <>
        <span className="truncate max-md:order-1 max-md:col-span-3">{name}</span>
        <span />
        <span />
      </>
    );
  }
  if (shown.kind === "group") {
    return (
      <>
        <GroupCell group={shown.group} />
        <GroupNowCells row={{ ...row, group: shown.group }} judge={judge} />
      </>
    );
  }
  if (shown.kind === "agent") return <AgentCells agent={shown.agent} row={row} />;
  if (shown.kind === "agent-group") return <AgentGroupCells group={shown.group} row={row} />;
  const { inUse, ...standing } = judge(shown.target, row);
  return (
    <>
      <TargetCell target={shown.target} />
      <NowCell standing={standing} />
      <CallsCell inUse={inUse} max={row.concurrencyMax ?? shown.target.concurrencyMax} />
    </>
  );
};

const NumberCells = ({ row, weightNote, fault, onChange, onSettle, name }: PlanRowViewProps) => (
  <>
    <CountInput
      label="Priority"
      of={name}
      value={row.priority}
      error={fault?.priority?.message ?? fault?.id?.message}
      onChange={(priority) => onChange({ priority })}
      onSettle={onSettle}
    />
    <CountInput
      label="Weight"
      className="max-md:col-span-2"
      of={name}
      value={row.weight}
      error={fault?.weight?.message}
      onChange={(weight) => onChange({ weight })}
      note={weightNote}
    />
  </>
);

type OverrideButtonProps = Pick<PlanRowViewProps, "row" | "name" | "onOverride">;

/** What a row of agents takes and asks for, or by which terms targets get its calls. */
const toOverrideText = (row: PlanRow): string => {
  if (isOfAgents(row)) return hasOverrides(row) ? "Some calls" : "All calls";
  return hasOverrides(row) ? "Own terms" : "As set there";
};

const OverrideButton = ({ row, name, onOverride }: OverrideButtonProps) => {
  const isOwn = hasOverrides(row);
  return (
    <Button
      variant="ghost"
      className="justify-self-start px-2 text-label max-md:order-7 max-md:col-span-2 max-md:-ml-2"
      onClick={onOverride}
    >
      <SlidersHorizontal aria-hidden />
      <span className={isOwn ? undefined : "text-grey-11"}>
        {toOverrideText(row)}
        <span className="sr-only"> for {name} in this plan</span>
      </span>
    </Button>
  );
};
