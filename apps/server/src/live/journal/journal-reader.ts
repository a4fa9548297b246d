import type { JournalRecord } from "./journal.ts";
import { JournalDamagedError } from "./journal-errors.ts";
import { type BoundedSegment, type Cursor, type ReadOptions, readSegment } from "./read-segment.ts";
import { SEGMENT_HEADER_BYTES, listSegments } from "./segment.ts";

/** The segment that holds `next`, or the oldest when everything up to there was released. */
const getSegment = ({ files, dir }: ReadOptions, next: number): BoundedSegment => {
  const segments = listSegments(files, dir);
  const index = segments.findLastIndex((candidate) => candidate.first <= next);
  const segment = segments[Math.max(0, index)];
  if (segment === undefined) throw new JournalDamagedError(dir, 0, "There is no segment in the folder.");
  return { ...segment, end: segments[Math.max(0, index) + 1]?.first ?? Number.POSITIVE_INFINITY };
};

/** After all that a segment holds, its successor must follow without a gap, unless damage is known. */
const passHole = ({ log, last }: ReadOptions, cursor: Cursor, segment: BoundedSegment): void => {
  if (cursor.next > last() || cursor.next >= segment.end) return;
  const until = Math.min(segment.end - 1, last());
  if (!segment.damaged)
    throw new JournalDamagedError(
      segment.path,
      cursor.offset,
      `Records ${cursor.next} to ${until} are missing: restore the segment that holds them.`,
    );
  log.error({ file: segment.path, from: cursor.next, until }, "journal records are unreadable");
  cursor.next = until + 1;
};

/** The journal's reading half. Records that were released and deleted are passed over; a hole between others throws. */
export const createJournalReader = (options: ReadOptions) => {
  // Whoever reads on from where the last reading stopped does not pass the segment's frames again.
  let resume: Cursor = { next: 0, path: "", offset: 0 };

  return async function* readAfter(sequence: number): AsyncGenerator<JournalRecord> {
    let next = sequence + 1;
    while (next <= options.last()) {
      const segment = getSegment(options, next);
      const isResumed = resume.path === segment.path && resume.next <= next;
      const offset = isResumed ? resume.offset : SEGMENT_HEADER_BYTES;
      const cursor = { path: segment.path, next: Math.max(next, segment.first), offset };
      for await (const records of readSegment(options, cursor, segment)) {
        yield* records;
        resume = { ...cursor };
      }
      passHole(options, cursor, segment);
      next = cursor.next;
    }
  };
};
