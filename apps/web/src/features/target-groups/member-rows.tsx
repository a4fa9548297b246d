import type { Strategy } from "@ccp/engine";
import { Layers } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { CountInput } from "#components/plan/count-input.tsx";
import { CallsCell, NowCell, TargetCell } from "#components/plan/listed-cells.tsx";
import { OrderedRow } from "#components/plan/ordered-row.tsx";
import { memberGrid } from "#components/plan/plan-grid.ts";
import { moveItem, toShareAmong } from "#components/plan/plan.ts";
import { useDrag } from "#components/plan/use-drag.ts";
import { toWeightNote } from "#components/plan/weight-note.ts";
import { useJudge, type Judge } from "#components/plan/use-judge.ts";
import { EmptyState } from "#components/states.tsx";
import type { EditedMembers, MemberRow } from "./use-members.ts";

type MemberRowsProps = { strategy: Strategy; members: EditedMembers };

/** The members in order, each with how it stands and how much it gets. */
export const MemberRows = ({ strategy, members }: MemberRowsProps) => {
  const { rows, change, find } = members;
  const [told, setTold] = useState("");
  const judge = useJudge();
  const nameOf = (row: MemberRow | undefined): string => (row && find(row.targetId)?.name) ?? "Target";
  const move = (from: number, to: number): void => {
    flushSync(() => change(moveItem(rows, from, to)));
    setTold(`${nameOf(rows[from])} is now member ${to + 1} of ${rows.length}`);
  };
  const drag = useDrag(move);
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={Layers}
        title="No members yet"
        text="Add the targets that belong together. Until then the group takes no calls."
      />
    );
  }
  return (
    <div>
      <MemberHeads />
      <ol aria-label="Members in order" className="max-md:grid max-md:gap-3">
        {rows.map((row, index) => (
          <OrderedRow
            key={row.targetId}
            name={nameOf(row)}
            grid={memberGrid}
            place={{ index, last: rows.length - 1 }}
            drag={drag}
            enabled={row.enabled}
            onEnable={(enabled) => change(rows.map((each) => (each === row ? { ...row, enabled } : each)))}
            onMove={(to) => move(index, to)}
            onRemove={() => {
              change(rows.filter((each) => each !== row));
              setTold(`${nameOf(row)} is taken out`);
            }}
          >
            <MemberCells row={row} find={find} judge={judge} />
            <WeightCell
              row={row}
              name={nameOf(row)}
              note={toWeightNote(strategy, toShareAmong(rows, row))}
              error={members.faults?.[index]?.weight?.message}
              onChange={(weight) => change(rows.map((each) => (each === row ? { ...row, weight } : each)))}
            />
          </OrderedRow>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
    </div>
  );
};

type MemberCellsProps = { row: MemberRow; find: EditedMembers["find"]; judge: Judge };

const MemberCells = ({ row, find, judge }: MemberCellsProps) => {
  const target = find(row.targetId);
  if (target === undefined) return <span className="md:col-span-3">{row.targetId}</span>;
  const { inUse, ...standing } = judge(target, row);
  return (
    <>
      <TargetCell target={target} />
      <NowCell standing={standing} />
      <CallsCell inUse={inUse} max={target.concurrencyMax} />
    </>
  );
};

type WeightCellProps = {
  row: MemberRow;
  name: string;
  note: string | undefined;
  error: string | undefined;
  onChange: (weight: string) => void;
};

const WeightCell = ({ row, name, note, error, onChange }: WeightCellProps) => (
  <CountInput
    label="Weight"
    className="max-md:col-span-2"
    of={name}
    value={row.weight}
    error={error}
    onChange={onChange}
    note={note}
  />
);

const MemberHeads = () => (
  <div
    aria-hidden
    className={`${memberGrid} h-8 border-b border-grey-6 text-label font-medium text-grey-11 max-md:hidden`}
  >
    <span>Order</span>
    <span>Target</span>
    <span>Now</span>
    <span>Calls at once</span>
    <span>Weight</span>
    <span>On</span>
    <span />
  </div>
);
