import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width: 767.98px)");

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
};

/** Whether the screen is too narrow for a table; the same line as Tailwind's `max-md`. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
