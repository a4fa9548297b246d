import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import type { Drag } from "./use-drag.ts";

type RowMoverProps = {
  name: string;
  place: { index: number; last: number };
  drag: Drag;
  onMove: (to: number) => void;
};

/** Keeps the focus on the moved row: on the same button or, at an end of the list, on the other one. */
const focusAgain = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
  const button = currentTarget;
  const both = [...(button.parentElement?.querySelectorAll("button") ?? [])];
  (button.disabled ? both.find((other) => !other.disabled) : button)?.focus();
};

/** A handle to drag a row by, and buttons that move it by one. */
export const RowMover = ({ name, place: { index, last }, drag, onMove }: RowMoverProps) => (
  <span className="flex items-center max-md:order-6 max-md:justify-self-end">
    <span
      aria-hidden
      draggable
      onDragStart={drag.start(index)}
      onDragEnd={drag.end}
      title="Drag to another place"
      className="-ml-1 flex size-7 cursor-grab items-center justify-center text-grey-11 hover:text-grey-12 max-md:hidden"
    >
      <GripVertical className="size-4" />
    </span>
    <MoveButton label={`Move ${name} up`} isOff={index === 0} onMove={() => onMove(index - 1)}>
      <ArrowUp />
    </MoveButton>
    <MoveButton label={`Move ${name} down`} isOff={index === last} onMove={() => onMove(index + 1)}>
      <ArrowDown />
    </MoveButton>
  </span>
);

type MoveButtonProps = { label: string; isOff: boolean; onMove: () => void; children: ReactNode };

const MoveButton = ({ label, isOff, onMove, children }: MoveButtonProps) => (
  <Button
    variant="ghost"
    size="icon"
    className="size-7 text-grey-11"
    aria-label={label}
    disabled={isOff}
    onClick={(event) => {
      onMove();
      focusAgain(event);
    }}
  >
    {children}
  </Button>
);
