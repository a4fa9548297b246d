import type { CampaignBook } from "#book.ts";
import { reasonLetters } from "#reason.ts";
import { findOriginal, type Recall } from "./recall.ts";

const OPEN = reasonLetters["not-reached"];

/**
 * Closes the open rows of a plan to a caller who has talked with one of its targets, where the campaign sends such
 * callers elsewhere: all others than that target's, or that target's own. `letters` are those of the rows, perhaps with
 * the fallback's behind them. Unless it is strict nothing is closed when nobody would be left.
 */
export const turnElsewhere = (
  letters: string,
  { repeats, rows }: Pick<CampaignBook, "repeats" | "rows">,
  recall: Recall | undefined,
): string => {
  const rule = repeats?.returning;
  const original = recall && findOriginal(recall)?.targetId;
  if (rule === undefined || rule.kind === "normal" || original === undefined) return letters;
  const isWished = (index: number): boolean =>
    (rows[index]?.targetId === original) === (rule.kind === "original");
  const isOpen = (index: number): boolean => letters[index] === OPEN;
  if (!rule.strict && !rows.some((_, index) => isOpen(index) && isWished(index))) return letters;
  const turned = rows.map((_, index) =>
    isOpen(index) && !isWished(index) ? reasonLetters["returning-elsewhere"] : letters[index],
  );
  return turned.join("") + letters.slice(rows.length);
};
