import { useEffect, useRef, useSyncExternalStore } from "react";
import { readPreference, writePreference } from "./preference.ts";

/** By key ("j", "?", "Escape") or by two keys in turn ("g c"). */
export type Shortcuts = Readonly<Record<string, () => void>>;

const prefix = "g";
const prefixTimeoutMs = 1500;
const storageKey = "shortcuts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input, textarea, select, [role=combobox], [role=menu], [role=menu] *"));

/** What a key press means to the tables that listen; the latest table wins, the frame's own comes last. */
export const createShortcutRegistry = () => {
  const tables: { current: Shortcuts }[] = [];
  let prefixAt = Number.NEGATIVE_INFINITY;
  return {
    add: (table: { current: Shortcuts }, isBase = false): (() => void) => {
      if (isBase) tables.unshift(table);
      else tables.push(table);
      return () => tables.splice(tables.indexOf(table), 1);
    },
    /** Runs what the key stands for and says whether it stood for something. */
    press: (key: string, at: number): boolean => {
      const isSecond = at - prefixAt < prefixTimeoutMs;
      const name = isSecond ? `${prefix} ${key}` : key;
      prefixAt = key === prefix && !isSecond ? at : Number.NEGATIVE_INFINITY;
      const action = tables.findLast((table) => table.current[name] !== undefined)?.current[name];
      action?.();
      return action !== undefined;
    },
  };
};

const registry = createShortcutRegistry();

let isOn = readPreference(storageKey) !== "off";
const listeners = new Set<() => void>();

/** One-key shortcuts get in the way of speech input, so they can be switched off. */
export const switchShortcuts = (next: boolean): void => {
  isOn = next;
  writePreference(storageKey, next ? null : "off");
  for (const listener of listeners) listener();
};

export const useShortcutsAreOn = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOn,
  );

/** A drawer leaves the page behind it in use, its keys included. */
const hasOpenDialog = (): boolean =>
  document.querySelector("[role=dialog][data-state=open]:not([data-drawer]), [role=alertdialog]") !== null;

window.addEventListener("keydown", (event) => {
  if (!isOn || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || hasOpenDialog()) return;
  if (registry.press(event.key, event.timeStamp)) event.preventDefault();
});

/** The shortcuts work while the component that names them is on the screen. `isBase`: those of other parts come first. */
export const useShortcuts = (shortcuts: Shortcuts, { isBase = false } = {}): void => {
  const table = useRef(shortcuts);
  useEffect(() => {
    table.current = shortcuts;
  });
  useEffect(() => registry.add(table, isBase), [isBase]);
};
