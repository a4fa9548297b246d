import { useState, type DragEvent } from "react";

export type Drag = {
  /** The row that is being dragged, and the one it would take the place of. */
  from: number | null;
  over: number | null;
  start: (index: number) => (event: DragEvent) => void;
  enter: (index: number) => (event: DragEvent) => void;
  drop: (index: number) => (event: DragEvent) => void;
  end: () => void;
};

/** Dragging rows by mouse; by keyboard and touch there are the buttons and the numbers. */
export const useDrag = (move: (from: number, to: number) => void): Drag => {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = (): void => {
    setFrom(null);
    setOver(null);
  };
  return {
    from,
    over,
    start: (index) => (event) => {
      const row = event.currentTarget.closest("li");
      event.dataTransfer.effectAllowed = "move";
      // Firefox drags nothing that carries no data.
      event.dataTransfer.setData("text/plain", String(index));
      if (row !== null) event.dataTransfer.setDragImage(row, 16, 16);
      setFrom(index);
    },
    enter: (index) => (event) => {
      if (from === null) return;
      event.preventDefault();
      setOver(index);
    },
    drop: (index) => (event) => {
      if (from === null) return;
      event.preventDefault();
      if (from !== index) move(from, index);
      end();
    },
    end,
  };
};
