import { setImmediate as nextTurn } from "node:timers/promises";
import type { CallEvent } from "@ccp/engine";
import type { Files } from "#live/disk/files.ts";
import type { Log } from "#live/disk/log.ts";
import type { Sealer } from "#sealing.ts";
import { type Frame, openFrame } from "./frame.ts";
import { type FrameReader, type FrameStep, openFrameReader } from "./frame-reader.ts";
import type { JournalRecord } from "./journal.ts";
import { type Segment, setAside } from "./segment.ts";

export type ReadOptions = { files: Files; dir: string; sealer: Sealer; log: Log; last: () => number };

/** Where reading stands: the next sequence wanted, and the place of a frame at or before it. */
export type Cursor = { next: number; path: string; offset: number };

/** A segment with the first sequence of its successor: frames from there on were refused and do not count. */
export type BoundedSegment = Segment & { end: number };

const BYTES_PER_TURN = 256 * 1024;

const toRecords = (sealer: Sealer, frame: Frame, next: number): JournalRecord[] =>
  openFrame(sealer, frame).flatMap((line, index) =>
    frame.first + index >= next
      ? [{ sequence: frame.first + index, events: JSON.parse(line) as CallEvent[] }]
      : [],
  );

/** Where reading goes on after `step`, which is no frame in its turn; undefined where the segment has no more. */
const findResumption = (
  { files, dir, log }: ReadOptions,
  reader: FrameReader,
  segment: Segment,
  step: FrameStep,
): number | undefined => {
  const found = step.kind === "bad" ? reader.findAfter(step.offset) : undefined;
  if (found === undefined) return undefined;
  if (!segment.damaged) return setAside(files, dir, segment, step.offset);
  log.error({ file: segment.path, offset: step.offset }, "unreadable journal bytes are skipped");
  return found;
};

/** The segment's records from the cursor on, frame by frame, moving the cursor past each frame that was taken. */
export async function* readSegment(
  options: ReadOptions,
  cursor: Cursor,
  segment: BoundedSegment,
): AsyncGenerator<JournalRecord[]> {
  const reader = openFrameReader(options.files, segment.path);
  let turnStart = cursor.offset;
  try {
    while (cursor.next < segment.end && cursor.next <= options.last()) {
      const step = reader.readAt(cursor.offset);
      if (step.kind === "frame" && step.frame.first <= (segment.damaged ? segment.end - 1 : cursor.next)) {
        const { first, count } = step.frame;
        if (first + count > cursor.next) {
          yield toRecords(options.sealer, step.frame, cursor.next);
          cursor.next = first + count;
        }
        cursor.offset = step.end;
      } else {
        const resumption = findResumption(options, reader, segment, step);
        if (resumption === undefined) return;
        cursor.offset = resumption;
      }
      if (cursor.offset - turnStart > BYTES_PER_TURN) {
        turnStart = cursor.offset;
        await nextTurn();
      }
    }
  } finally {
    reader.close();
  }
}
