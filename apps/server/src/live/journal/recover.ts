import type { Files } from "#live/disk/files.ts";
import { type FrameReader, openFrameReader } from "./frame-reader.ts";
import { SEGMENT_HEADER_BYTES, type Segment, listSegments, readCreatedAt, setAside } from "./segment.ts";

type Scan = { last: number; kind: "whole" } | { last: number; kind: "torn" | "damaged"; offset: number };

/** Follows the frames from the start; a frame out of turn counts as unreadable. */
const scan = (reader: FrameReader, segment: Segment): Scan => {
  let last = segment.first - 1;
  let offset = SEGMENT_HEADER_BYTES;
  for (;;) {
    const step = reader.readAt(offset);
    if (step.kind === "end") return { kind: "whole", last };
    if (step.kind === "frame" && (step.frame.first === last + 1 || segment.damaged)) {
      last = step.frame.first + step.frame.count - 1;
      offset = step.end;
      continue;
    }
    const next = reader.findAfter(offset);
    if (!segment.damaged || next === undefined)
      return { kind: next === undefined ? "torn" : "damaged", last, offset };
    offset = next;
  }
};

const recoverSegment = (files: Files, dir: string, segment: Segment): number => {
  const reader = openFrameReader(files, segment.path);
  let found: Scan;
  try {
    found = scan(reader, segment);
  } finally {
    reader.close();
  }
  if (found.kind === "damaged") return setAside(files, dir, segment, found.offset);
  const fd = files.open(segment.path, "update");
  try {
    if (found.kind === "torn" && !segment.damaged) files.truncate(fd, found.offset);
    // After a killed process the tail may stand in the page cache only: it counts as durable from here on.
    files.fdatasync(fd);
  } finally {
    files.close(fd);
  }
  return found.last;
};

/**
 * Brings the journal into a state that can be read and continued; returns the sequence of the last record, 0 for none.
 * Only the last segment can have an unfinished end, since a segment is begun after everything before it is synced.
 * Throws JournalDamagedError where synced bytes no longer read, NewerFormatError where a newer release wrote.
 */
export const recoverSegments = (files: Files, dir: string): number => {
  const segments = listSegments(files, dir);
  for (const segment of segments) readCreatedAt(files, dir, segment);
  const last = segments.at(-1);
  return last === undefined ? 0 : recoverSegment(files, dir, last);
};
