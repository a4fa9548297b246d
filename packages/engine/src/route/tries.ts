import type { PlanRow } from "#book.ts";
import type { AttemptState } from "#call/state.ts";

/** The dials of one target in a call so far. */
export type Tries = {
  count: number;
  /** Whether nobody was there each time: the line was busy, or rang and was not answered. */
  isUnanswered: boolean;
};

/** By target id. */
export type TriesByTarget = ReadonlyMap<string, Tries>;

const isUnanswered = ({ outcome }: AttemptState): boolean => outcome === "busy" || outcome === "no-answer";

export const listTries = (attempts: readonly AttemptState[]): TriesByTarget => {
  const tries = new Map<string, Tries>();
  for (const attempt of attempts) {
    const before = tries.get(attempt.targetId) ?? { count: 0, isUnanswered: true };
    const isStillUnanswered = before.isUnanswered && isUnanswered(attempt);
    tries.set(attempt.targetId, { count: before.count + 1, isUnanswered: isStillUnanswered });
  }
  return tries;
};

/** Whether a target that was dialled in this call may not be dialled by this row. */
export const isTried = ({ dialAttemptsMax = 1 }: PlanRow, tries: Tries | undefined): boolean =>
  tries !== undefined && (!tries.isUnanswered || tries.count >= dialAttemptsMax);

/** What a decision keeps of them, the fallback last; undefined where each row is dialled once at the most. */
export const toTriesOfRows = (
  rows: readonly PlanRow[],
  tries: TriesByTarget,
): readonly number[] | undefined =>
  rows.some(({ dialAttemptsMax = 1 }) => dialAttemptsMax > 1)
    ? rows.map(({ targetId }) => tries.get(targetId)?.count ?? 0)
    : undefined;
