import { useSyncExternalStore } from "react";
import { readPreference, writePreference } from "./preference.ts";

export type ThemeChoice = "system" | "light" | "dark";

const storageKey = "theme";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

const readChoice = (): ThemeChoice => {
  const stored = readPreference(storageKey);
  return stored === "light" || stored === "dark" ? stored : "system";
};

let choice = readChoice();

const show = (): void => {
  const isDark = choice === "dark" || (choice === "system" && systemIsDark.matches);
  document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  for (const listener of listeners) listener();
};

/** Follows the system's theme from the start, not only once a menu that offers themes was loaded. */
export const followSystemTheme = (): void => systemIsDark.addEventListener("change", show);

export const chooseTheme = (next: ThemeChoice): void => {
  choice = next;
  writePreference(storageKey, next === "system" ? null : next);
  show();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, () => choice);

export const useShownTheme = (): "light" | "dark" =>
  useSyncExternalStore(subscribe, () =>
    document.documentElement.dataset["theme"] === "dark" ? "dark" : "light",
  );
