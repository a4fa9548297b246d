import { useEffect, useRef, type RefObject } from "react";

/** Tells whether the list stands at its top, by a mark that is put there. */
export const useTopWatch = (
  onTop: ((isAtTop: boolean) => void) | undefined,
): RefObject<HTMLDivElement | null> => {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mark.current === null || onTop === undefined) return undefined;
    const observer = new IntersectionObserver(([entry]) => onTop(entry?.isIntersecting ?? true));
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [onTop]);
  return mark;
};
