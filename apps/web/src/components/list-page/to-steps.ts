import type { DrawerSteps } from "#components/drawer/drawer.tsx";
import type { List } from "./use-list-state.ts";

/** The ways out of a row's drawer: to its neighbours, as far as they are loaded, and back to the list. */
export const toSteps = (
  change: List<never>["change"],
  keys: readonly string[],
  openKey: string,
): DrawerSteps => {
  const here = keys.indexOf(openKey);
  const toRow = (index: number): (() => void) | null => {
    const key = keys[index];
    return here < 0 || key === undefined ? null : () => change({ open: key }, { isMinor: true });
  };
  return {
    key: openKey,
    previous: toRow(here - 1),
    next: toRow(here + 1),
    close: () => change({ open: null }),
  };
};
