import type { CampaignTarget } from "@ccp/contract";
import { Trash2 } from "lucide-react";
import type { FieldErrors } from "react-hook-form";
import { Link } from "wouter";
import { StatusBadge } from "#components/status-badge.tsx";
import { cn } from "#lib/cn.ts";
import { formatPercent } from "#lib/format-percent.ts";
import { paths } from "#paths.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Switch } from "#ui/switch.tsx";
import { CountInput } from "./count-input.tsx";
import { planGrid } from "./plan-grid.ts";
import type { PlanRow } from "./plan.ts";
import { RowMover } from "./row-mover.tsx";
import type { Drag } from "./use-drag.ts";
import type { Judge } from "./use-judge.ts";

type PlanRowViewProps = {
  row: PlanRow;
  listed: CampaignTarget | undefined;
  judge: Judge;
  share: number | null;
  fault: FieldErrors<PlanRow> | undefined;
  place: { index: number; last: number; isNewLevel: boolean };
  drag: Drag;
  onMove: (to: number) => void;
  onChange: (changed: Partial<PlanRow>) => void;
  /** A number was left, and the rows may come into another order. */
  onSettle: () => void;
  onRemove: () => void;
};

/** One target of the plan: a line of a table, or a card where that would not fit. */
export const PlanRowView = (props: PlanRowViewProps) => {
  const { row, listed, place, drag, onChange, onRemove } = props;
  const name = listed?.target.name ?? row.targetId;
  return (
    <li
      onDragOver={drag.enter(place.index)}
      onDrop={drag.drop(place.index)}
      className={cn(
        "border-grey-6 max-md:rounded-card max-md:border max-md:bg-surface max-md:p-3 md:border-b md:py-2",
        place.isNewLevel && place.index > 0 && "md:border-t-2 md:border-t-grey-7",
        drag.from === place.index && "opacity-50",
        drag.over === place.index && drag.from !== place.index && "bg-accent-soft",
      )}
    >
      <div className={cn(planGrid, "max-md:grid max-md:grid-cols-[1fr_1fr_auto] max-md:gap-3")}>
        <RowMover name={name} place={place} drag={drag} onMove={props.onMove} />
        <TargetCell listed={listed} name={name} />
        <NowCells listed={listed} judge={props.judge} enabled={row.enabled} />
        <NumberCells {...props} name={name} />
        <label className="flex items-center gap-2 max-md:order-5">
          <Switch
            aria-label={`${name} takes calls of this campaign`}
            checked={row.enabled}
            onCheckedChange={(enabled) => onChange({ enabled })}
          />
          <span aria-hidden className="md:hidden">
            {row.enabled ? "On" : "Off"}
          </span>
        </label>
        <Button
          variant="ghost"
          size="icon"
          className="text-grey-11 max-md:order-7 max-md:justify-self-end"
          aria-label={`Take out ${name}`}
          title="Take out"
          onClick={onRemove}
        >
          <Trash2 />
        </Button>
      </div>
    </li>
  );
};

const NumberCells = ({
  row,
  share,
  fault,
  onChange,
  onSettle,
  name,
}: PlanRowViewProps & { name: string }) => (
  <>
    <CountInput
      label="Priority"
      of={name}
      value={row.priority}
      error={fault?.priority?.message}
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
      note={share === null ? undefined : formatPercent(share)}
    />
  </>
);

const TargetCell = ({ listed, name }: { listed: CampaignTarget | undefined; name: string }) => {
  if (listed === undefined) return <span className="truncate max-md:order-1 max-md:col-span-3">{name}</span>;
  return (
    <span className="min-w-0 max-md:order-1 max-md:col-span-3">
      <Link
        href={paths.targets.page(listed.target.id)}
        className="block truncate font-medium underline-offset-4 hover:underline"
      >
        {name}
      </Link>
      <span className="flex items-center gap-1.5 text-label text-grey-11">
        <Link
          href={paths.buyers.page(listed.buyer.id)}
          className="truncate underline-offset-4 hover:underline"
        >
          {listed.buyer.name}
        </Link>
        {listed.buyerStatus !== "active" && <StatusBadge status={listed.buyerStatus} />}
      </span>
    </span>
  );
};

type NowCellsProps = { listed: CampaignTarget | undefined; judge: Judge; enabled: boolean };

const NowCells = ({ listed, judge, enabled }: NowCellsProps) => {
  if (listed === undefined) {
    return (
      <>
        <span />
        <span />
      </>
    );
  }
  const { tone, text, detail, inUse } = judge(listed, enabled);
  const { concurrencyMax } = listed;
  return (
    <>
      <span className="min-h-10 min-w-0 max-md:order-2 max-md:col-span-3">
        <Badge tone={tone}>{text}</Badge>
        {detail !== null && <span className="block text-label text-grey-11">{detail}</span>}
      </span>
      <span className="text-label tabular-nums max-md:order-3 max-md:col-span-3">
        <span className="text-grey-11 md:sr-only">Calls at once: </span>
        {concurrencyMax === null ? `${inUse}, no limit` : `${inUse} of ${concurrencyMax}`}
      </span>
    </>
  );
};
