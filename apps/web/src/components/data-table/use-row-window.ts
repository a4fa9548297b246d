import { useEffect, useState, type RefObject } from "react";

/** Below this count all rows are drawn: nothing is gained by leaving some out. */
const drawnMax = 200;
const spare = 20;

export type RowWindow = { from: number; to: number };

/** Which rows a scroller of this height shows, with some to spare on both sides. */
export const toRowWindow = (
  count: number,
  rowHeight: number,
  scroller: { top: number; height: number },
): RowWindow => {
  if (count <= drawnMax) return { from: 0, to: count };
  // Whole steps, so that scrolling by a row does not draw the table anew.
  const first = Math.floor(scroller.top / rowHeight / spare) * spare;
  const shown = Math.ceil(scroller.height / rowHeight);
  return {
    from: Math.min(Math.max(0, first - spare), Math.max(0, count - drawnMax)),
    to: Math.min(count, first + shown + 2 * spare),
  };
};

/** Follows the scroller, so that a list of thousands draws only the rows in sight. */
export const useRowWindow = (
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow => {
  const [place, setPlace] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null || count <= drawnMax) return undefined;
    const note = (): void => setPlace({ top: element.scrollTop, height: element.clientHeight });
    note();
    const observer = new ResizeObserver(note);
    observer.observe(element);
    element.addEventListener("scroll", note, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", note);
    };
  }, [scroller, count]);
  return toRowWindow(count, rowHeight, place);
};
