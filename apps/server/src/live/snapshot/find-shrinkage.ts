import type { AccountBook } from "@ccp/engine";

/** What an entry would take away at once, and of how many. */
export type Shrinkage = { of: "numbers" | "targets"; gone: number; total: number };

const SMALLEST_JUDGED = 10;
const SHARE_MAX = 0.3;

const toTargets = (book: AccountBook): Set<string> =>
  new Set(
    Object.values(book.campaigns).flatMap(({ rows, fallback }) =>
      [...rows, ...(fallback ? [fallback] : [])].map(({ targetId }) => targetId),
    ),
  );

const compare = (of: Shrinkage["of"], before: Set<string>, after: Set<string>): Shrinkage | undefined => {
  const gone = [...before].filter((member) => !after.has(member)).length;
  const isTooMuch = before.size >= SMALLEST_JUDGED && gone > before.size * SHARE_MAX;
  return isTooMuch ? { of, gone, total: before.size } : undefined;
};

/** Undefined unless more than 30 % of at least ten numbers or targets would disappear: an empty book routes nobody. */
export const findShrinkage = (before: AccountBook, after: AccountBook): Shrinkage | undefined =>
  compare("numbers", new Set(Object.keys(before.numbers)), new Set(Object.keys(after.numbers))) ??
  compare("targets", toTargets(before), toTargets(after));
