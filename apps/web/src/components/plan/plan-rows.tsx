import { Target } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { EmptyState } from "#components/states.tsx";
import { AgentRowSheet } from "./agent-row-sheet.tsx";
import { LevelHead } from "./level-head.tsx";
import { OverrideSheet } from "./override-sheet.tsx";
import { planGrid } from "./plan-grid.ts";
import { toWeightNote } from "./weight-note.ts";
import { toShownNoun, weightedLevel } from "./plan-form.ts";
import { PlanRowView } from "./plan-row-view.tsx";
import { isOfAgents, moveRow, sortPlan, toShare, type Overrides, type PlanRow } from "./plan.ts";
import { useDrag } from "./use-drag.ts";
import { useJudge } from "./use-judge.ts";
import type { CallsBy } from "./use-plan-room.ts";
import type { EditedPlan } from "./use-plan.ts";

/** The rows in the order in which they are tried, each with how it stands and how much it gets. */
export const PlanRows = ({ plan, by }: { plan: EditedPlan; by: CallsBy }) => {
  const { rows, faults, find, change } = plan;
  const [told, setTold] = useState("");
  const [overridden, setOverridden] = useState<string | null>(null);
  const judge = useJudge(by);
  const move = (from: number, to: number): void => {
    // At once, so that the button that was pressed can be focused in its new place.
    flushSync(() => change(moveRow(rows, from, to)));
    setTold(`${toRowName(plan, rows[from])} is now row ${to + 1} of ${rows.length}`);
  };
  const drag = useDrag(move);
  const replace = (row: PlanRow, changed: Partial<PlanRow>): void =>
    change(rows.map((each) => (each.key === row.key ? { ...row, ...changed } : each)));
  const own = rows.find(({ key }) => key === overridden);
  if (rows.length === 0) return <NoRows />;
  return (
    <div>
      <PlanHeads />
      <ol aria-label="Targets in order" className="max-md:grid max-md:gap-3">
        {rows.map((row, index) => (
          <PlanRowView
            key={row.key}
            row={row}
            name={toRowName(plan, row)}
            shown={find(row)}
            judge={judge}
            weightNote={toWeightNote(toLevel(plan, row).strategy, toShare(rows, row))}
            fault={faults?.[index]}
            place={toPlace(rows, index)}
            head={<RowHead plan={plan} row={row} />}
            drag={drag}
            onMove={(to) => move(index, to)}
            onChange={(changed) => replace(row, changed)}
            onSettle={() => change(sortPlan(rows))}
            onOverride={() => setOverridden(row.key)}
            onRemove={() => {
              change(rows.filter((each) => each !== row));
              setTold(`${toRowName(plan, row)} is taken out`);
            }}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
      {own !== undefined && (
        <RowSheet
          plan={plan}
          row={own}
          onApply={(overrides) => replace(own, overrides)}
          onClose={() => setOverridden(null)}
        />
      )}
    </div>
  );
};

type RowSheetProps = {
  plan: EditedPlan;
  row: PlanRow;
  onApply: (overrides: Overrides) => void;
  onClose: () => void;
};

const RowSheet = ({ plan, row, ...sheet }: RowSheetProps) =>
  isOfAgents(row) ? (
    <AgentRowSheet row={row} name={toRowName(plan, row)} {...sheet} />
  ) : (
    <OverrideSheet row={row} shown={plan.find(row)} {...sheet} />
  );

/** The strategy of the row's priority. */
const RowHead = ({ plan, row }: { plan: EditedPlan; row: PlanRow }) => {
  const priority = row.priority.trim();
  return (
    <LevelHead
      priority={row.priority}
      level={toLevel(plan, row)}
      faults={plan.levelFaults?.[priority]?.expectation}
      onChange={(level) => plan.changeLevel(priority, level)}
    />
  );
};

const toRowName = ({ find }: Pick<EditedPlan, "find">, row: PlanRow | undefined): string => {
  const shown = row && find(row);
  if (shown === undefined) return row?.id ?? "Row";
  return toShownNoun(shown).name;
};

const toLevel = ({ strategies }: Pick<EditedPlan, "strategies">, { priority }: PlanRow) =>
  strategies[priority.trim()] ?? weightedLevel;

const toPlace = (rows: readonly PlanRow[], index: number) => ({
  index,
  last: rows.length - 1,
  isNewLevel: rows[index]?.priority !== rows[index - 1]?.priority,
});

const NoRows = () => (
  <EmptyState
    icon={Target}
    title="Nobody yet"
    text="Add the targets, agents and groups that may take calls by this plan. Until then every caller hears the apology."
  />
);

const PlanHeads = () => (
  <div
    aria-hidden
    className={`${planGrid} h-8 border-b border-grey-6 text-label font-medium text-grey-11 max-md:hidden`}
  >
    <span>Order</span>
    <span>Who</span>
    <span>Now</span>
    <span>Calls at once</span>
    <span>Priority</span>
    <span>Weight</span>
    <span>Terms</span>
    <span>On</span>
    <span />
  </div>
);
