import { useEffect, useRef, useSyncExternalStore } from "react";

/** By key ("j", "?", "Escape") or by two keys in turn ("g c"). */
export type Shortcuts = Readonly<Record<string, () => void>>;

const prefix = "g";
const prefixTimeoutMs = 1500;
const storageKey = "shortcuts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select, [role=combobox], [role=menu] *"));

/** What a key press means to the tables that listen; the latest table wins. */
export const createShortcutRegistry = () => {
  const tables: { current: Shortcuts }[] = [];
  let prefixAt = Number.NEGATIVE_INFINITY;
  return {
    add: (table: { current: Shortcuts }): (() => void) => {
      tables.push(table);
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

const readIsOn = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
};

let isOn = readIsOn();
const listeners = new Set<() => void>();

/** One-key shortcuts get in the way of speech input, so they can be switched off. */
export const switchShortcuts = (next: boolean): void => {
  isOn = next;
  try {
    if (next) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "off");
  } catch {
    // Without storage the choice lasts as long as the page.
  }
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

const hasOpenDialog = (): boolean => document.querySelector("[role=dialog][data-state=open]") !== null;

window.addEventListener("keydown", (event) => {
  if (!isOn || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || hasOpenDialog()) return;
  if (registry.press(event.key, event.timeStamp)) event.preventDefault();
});

/** The shortcuts work while the component that names them is on the screen. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  const table = useRef(shortcuts);
  useEffect(() => {
    table.current = shortcuts;
  });
  useEffect(() => registry.add(table), []);
};
