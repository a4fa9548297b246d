import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn.ts";
import { Button } from "#ui/button.tsx";
import { Switch } from "#ui/switch.tsx";
import { RowMover } from "./row-mover.tsx";
import type { Drag } from "./use-drag.ts";

type OrderedRowProps = {
  name: string;
  /** The columns, where there is room for a table. */
  grid: string;
  place: { index: number; last: number };
  /** Set off from the row before it. */
  isSetOff?: boolean;
  drag: Drag;
  enabled: boolean;
  onEnable: (enabled: boolean) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  /** Stands over the row. */
  head?: ReactNode;
  children: ReactNode;
};

/** One line of an ordered table, or a card where that would not fit: moved, switched off and taken out. */
export const OrderedRow = (props: OrderedRowProps) => {
  const { name, grid, place, isSetOff = false, drag, enabled } = props;
  return (
    <li
      onDragOver={drag.enter(place.index)}
      onDrop={drag.drop(place.index)}
      className={cn(
        "border-grey-6 max-md:rounded-card max-md:border max-md:bg-surface max-md:p-3 md:border-b md:py-2",
        isSetOff && "md:border-t-2 md:border-t-grey-7",
        drag.from === place.index && "opacity-50",
        drag.over === place.index && drag.from !== place.index && "bg-accent-soft",
      )}
    >
      {props.head}
      <div className={cn(grid, "max-md:grid max-md:grid-cols-[1fr_1fr_auto] max-md:gap-3")}>
        <RowMover name={name} place={place} drag={drag} onMove={props.onMove} />
        {props.children}
        <label className="flex items-center gap-2 max-md:order-5">
          <Switch aria-label={`${name} takes calls`} checked={enabled} onCheckedChange={props.onEnable} />
          <span aria-hidden className="md:hidden">
            {enabled ? "On" : "Off"}
          </span>
        </label>
        <Button
          variant="ghost"
          size="icon"
          className="text-grey-11 max-md:order-8 max-md:justify-self-end"
          aria-label={`Take out ${name}`}
          title="Take out"
          onClick={props.onRemove}
        >
          <Trash2 />
        </Button>
      </div>
    </li>
  );
};
