import { Target } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { EmptyState } from "#components/states.tsx";
import { planGrid } from "./plan-grid.ts";
import { PlanRowView } from "./plan-row-view.tsx";
import { moveRow, sortPlan, toShare, type PlanRow } from "./plan.ts";
import { useDrag } from "./use-drag.ts";
import { useJudge } from "./use-judge.ts";
import type { Plan } from "./use-plan.ts";

/** The targets in the order in which they are tried, each with how it stands and how much it gets. */
export const PlanRows = ({ plan }: { plan: Plan }) => {
  const { rows, faults, find, change } = plan;
  const [told, setTold] = useState("");
  const judge = useJudge();
  const nameOf = (row: PlanRow | undefined): string => (row && find(row.targetId)?.target.name) ?? "Target";
  const move = (from: number, to: number): void => {
    // At once, so that the button that was pressed can be focused in its new place.
    flushSync(() => change(moveRow(rows, from, to)));
    setTold(`${nameOf(rows[from])} is now row ${to + 1} of ${rows.length}`);
  };
  const drag = useDrag(move);
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={Target}
        title="No targets yet"
        text="Add the targets that may take this campaign's calls. Until then every caller hears the apology."
      />
    );
  }
  return (
    <div>
      <PlanHeads />
      <ol aria-label="Targets in order" className="max-md:grid max-md:gap-3">
        {rows.map((row, place) => (
          <PlanRowView
            key={row.targetId}
            row={row}
            listed={find(row.targetId)}
            judge={judge}
            share={toShare(rows, row)}
            fault={faults?.[place]}
            place={{
              index: place,
              last: rows.length - 1,
              isNewLevel: row.priority !== rows[place - 1]?.priority,
            }}
            drag={drag}
            onMove={(to) => move(place, to)}
            onChange={(changed) => change(rows.map((each) => (each === row ? { ...row, ...changed } : each)))}
            onSettle={() => change(sortPlan(rows))}
            onRemove={() => {
              change(rows.filter((each) => each !== row));
              setTold(`${nameOf(row)} is taken out`);
            }}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
    </div>
  );
};

const PlanHeads = () => (
  <div
    aria-hidden
    className={`${planGrid} h-8 border-b border-grey-6 text-label font-medium text-grey-11 max-md:hidden`}
  >
    <span>Order</span>
    <span>Target</span>
    <span>Now</span>
    <span>Calls at once</span>
    <span>Priority</span>
    <span>
      Weight <span className="font-normal">more = more calls</span>
    </span>
    <span>On</span>
    <span />
  </div>
);
