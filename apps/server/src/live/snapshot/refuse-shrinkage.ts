import type { AccountBook } from "@ccp/engine";
import { SnapshotRefusedError } from "./snapshot-refused-error.ts";

/** What an entry would take away at once, and of how many. */
type Shrinkage = { of: "numbers" | "targets"; gone: number; total: number };

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

/**
 * Throws when more than 30 % of at least ten numbers or targets would disappear and nobody confirmed that: an
 * empty book routes nobody.
 */
export const refuseShrinkage = (before: AccountBook, after: AccountBook): void => {
  const shrinkage =
    compare("numbers", new Set(Object.keys(before.numbers)), new Set(Object.keys(after.numbers))) ??
    compare("targets", toTargets(before), toTargets(after));
  if (shrinkage === undefined) return;
  const { of, gone, total } = shrinkage;
  throw new SnapshotRefusedError(
    after.accountId,
    "shrinks",
    `${gone} of its ${total} ${of} would be gone, and nobody confirmed that.`,
  );
};
