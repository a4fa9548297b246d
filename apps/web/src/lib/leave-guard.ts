import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { AroundNavHandler } from "wouter";

type Guard = { isDirty: () => boolean; ask: (leave: () => void) => void };

/** The forms on the screen, the topmost last. */
const guards: Guard[] = [];

const findDirty = (): Guard | undefined => guards.findLast((guard) => guard.isDirty());

/** Around every navigation of the console: one that would lose something typed is asked about first. */
export const guardNavigation: AroundNavHandler = (navigate, to, options) => {
  const guard = findDirty();
  if (guard === undefined) navigate(to, options);
  else guard.ask(() => guardNavigation(navigate, to, options));
};

const readPlace = (): string => location.pathname + location.search;

let place = readPlace();

// A step back has happened when we hear of it: it is taken back before the router sees it, and asked about then.
window.addEventListener(
  "popstate",
  (event) => {
    const guard = findDirty();
    if (guard === undefined || readPlace() === place) {
      place = readPlace();
      return;
    }
    event.stopImmediatePropagation();
    history.pushState(null, "", place);
    guard.ask(() => history.back());
  },
  { capture: true },
);

for (const step of ["pushState", "replaceState"]) {
  window.addEventListener(step, () => {
    place = readPlace();
  });
}

const keepTab = (event: BeforeUnloadEvent): void => {
  if (findDirty() !== undefined) event.preventDefault();
};

const addGuard = (guard: Guard): (() => void) => {
  place = readPlace();
  if (guards.push(guard) === 1) window.addEventListener("beforeunload", keepTab);
  return () => {
    guards.splice(guards.indexOf(guard), 1);
    if (guards.length === 0) window.removeEventListener("beforeunload", keepTab);
  };
};

export type LeaveGuard = {
  isAsking: boolean;
  /** Leaves at once where nothing would be lost, and asks otherwise. */
  ask: (leave: () => void) => void;
  stay: () => void;
  leave: () => void;
};

/** Stands between something typed and every way out of the page: links, back, closing the tab or the drawer. */
export const useLeaveGuard = (isDirty: () => boolean): LeaveGuard => {
  const [pending, setPending] = useState<{ leave: () => void } | null>(null);
  const isReleased = useRef(false);
  const ask = (leave: () => void): void => {
    if (isDirty() && !isReleased.current) setPending({ leave });
    else leave();
  };
  const isDirtyNow = useEffectEvent(() => isDirty() && !isReleased.current);
  const askNow = useEffectEvent(ask);
  useEffect(() => addGuard({ isDirty: () => isDirtyNow(), ask: (leave) => askNow(leave) }), []);
  return {
    isAsking: pending !== null,
    ask,
    stay: () => setPending(null),
    leave: () => {
      isReleased.current = true;
      setPending(null);
      pending?.leave();
    },
  };
};
