import type { RefObject } from "react";
import { useShortcuts } from "#lib/shortcuts.ts";

/** Marks the link that stands for a whole row. */
export const rowLinkSelector = "[data-row-link]";

/** Moves the focus along the rows; as links they open with Enter by themselves. */
export const useRowKeys = (list: RefObject<HTMLElement | null>): void => {
  const step = (by: 1 | -1): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>(rowLinkSelector) ?? [])];
    const here = links.findIndex((link) => link === document.activeElement);
    const next = here === -1 ? 0 : Math.min(Math.max(here + by, 0), links.length - 1);
    links[next]?.focus();
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
};
