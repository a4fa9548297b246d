import type { LucideIcon } from "lucide-react";

export type Entry = { id: string; text: string; note?: string; icon: LucideIcon; run: () => void };

/** What was typed; a leading `>` asks for actions only. */
export const readTyped = (typed: string): { text: string; isActionsOnly: boolean } => {
  const isActionsOnly = typed.trimStart().startsWith(">");
  return { text: (isActionsOnly ? typed.trimStart().slice(1) : typed).trim(), isActionsOnly };
};

/** Entries that contain each typed word, those that begin with the text first. */
export const filterEntries = (entries: readonly Entry[], text: string): readonly Entry[] => {
  const lower = text.toLowerCase();
  const words = lower.split(/\s+/);
  return entries
    .filter((entry) =>
      words.every((word) => `${entry.text} ${entry.note ?? ""}`.toLowerCase().includes(word)),
    )
    .toSorted(
      (one, other) =>
        Number(other.text.toLowerCase().startsWith(lower)) - Number(one.text.toLowerCase().startsWith(lower)),
    );
};
