import { toEndedMark, toOfferedMark, type Mark } from "#strategy/recency.ts";
import { createAgenda } from "./agenda.ts";
import type { PastDial } from "./past-call.ts";

/**
 * The moments that strategies compare, as a dry run has them: those that were recorded, until a call goes elsewhere
 * that sets them; from then on those of the dry run.
 */
export type Turns = {
  /** What a decision read. */
  see(read: ReadonlyMap<Mark, number>): void;
  /** A dial that the dry run makes. */
  tell(dial: PastDial): void;
  /** A dial that only one of the two worlds has: its marks are no longer as recorded. */
  part(dial: PastDial): void;
  advance(until: number): void;
  read(mark: Mark, recorded: number | undefined): number;
};

const listOfferMarks = ({ offer, targetId }: PastDial["leg"]): Mark[] =>
  offer === undefined ? [] : [...offer.turns, toOfferedMark(targetId)];

export const createTurns = (): Turns => {
  const own = new Map<Mark, number>();
  const parted = new Set<Mark>();
  const ends = createAgenda<{ at: number; mark: Mark }>();
  const raise = (mark: Mark, at: number): void => {
    own.set(mark, Math.max(own.get(mark) ?? 0, at));
  };
  return {
    see: (read) => {
      for (const [mark, at] of read) if (!parted.has(mark)) raise(mark, at);
    },
    tell: ({ leg, endedAt }) => {
      for (const mark of listOfferMarks(leg)) raise(mark, leg.offer?.stamp ?? 0);
      ends.add({ at: endedAt, mark: toEndedMark(leg.targetId) });
    },
    part: ({ leg }) => {
      for (const mark of [...listOfferMarks(leg), toEndedMark(leg.targetId)]) parted.add(mark);
    },
    advance: (until) => {
      for (const { mark, at } of ends.take(until)) raise(mark, at);
    },
    read: (mark, recorded) => (parted.has(mark) ? undefined : recorded) ?? own.get(mark) ?? 0,
  };
};
