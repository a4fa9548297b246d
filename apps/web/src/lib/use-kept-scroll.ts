import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

const kept = new Map<string, number>();

/** Whichever of the two scrolls: the list on wide screens, the page on phones. */
const toScroller = (list: HTMLElement): Element =>
  list.scrollHeight > list.clientHeight && getComputedStyle(list).overflowY !== "visible"
    ? list
    : (document.scrollingElement ?? document.documentElement);

/** Brings a list back to where it stood when it was left, once its rows are there. */
export const useKeptScroll = (key: string, isReady: boolean): RefObject<HTMLDivElement | null> => {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current === null || !isReady) return;
    toScroller(list.current).scrollTop = kept.get(key) ?? 0;
  }, [key, isReady]);
  useEffect(() => {
    const note = (): void => {
      if (list.current !== null) kept.set(key, toScroller(list.current).scrollTop);
    };
    addEventListener("scroll", note, { capture: true, passive: true });
    return () => removeEventListener("scroll", note, { capture: true });
  }, [key]);
  return list;
};
