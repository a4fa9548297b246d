import { join } from "node:path";
import type { Files } from "#live/disk/files.ts";
import type { Sealer } from "#sealing.ts";
import { toFrame } from "./frame.ts";
import { recoverSegments } from "./recover.ts";
import { SEGMENT_HEADER_BYTES, createSegment, listSegments, readCreatedAt } from "./segment.ts";

/** Records that share a sync: one line of JSON each, joined by newlines. `at` is epoch ms. */
export type Batch = { lines: string; count: number; at: number };

export type SegmentWriter = {
  /** Sequence of the last durable record; 0 when empty. */
  last: () => number;
  /** Returns when the batch is durable; throws when it is not, and then none of it will be read while the process lives. */
  write: (batch: Batch) => void;
  /** Throws while the disk takes no writes. */
  probe: () => void;
  /** Deletes segments that hold only records up to `sequence` and were finished before `before`, epoch ms. */
  release: (sequence: number, before: number) => void;
  close: () => void;
};

export type SegmentWriterOptions = { files: Files; dir: string; sealer: Sealer; segmentBytes: number };

const PROBE_BYTES = 1024 * 1024;

/** The journal's writing half; synchronous, so it belongs into a thread of its own. Recovers before it returns. */
export const openSegmentWriter = (options: SegmentWriterOptions): SegmentWriter => {
  const { files, dir, sealer, segmentBytes } = options;
  files.makeDir(dir);
  let last = recoverSegments(files, dir);
  let current: { fd: number; sizeBytes: number } | undefined;

  const leave = (): void => {
    const fd = current?.fd;
    current = undefined;
    if (fd !== undefined) files.close(fd);
  };

  const enter = (frameBytes: number, at: number): { fd: number; sizeBytes: number } => {
    const isFull = current !== undefined && current.sizeBytes + frameBytes > segmentBytes;
    if (isFull) leave();
    current ??= { fd: createSegment(files, dir, last + 1, at), sizeBytes: SEGMENT_HEADER_BYTES };
    return current;
  };

  const write = ({ lines, count, at }: Batch): void => {
    const frame = toFrame(sealer, last + 1, count, lines);
    const segment = enter(frame.length, at);
    try {
      files.write(segment.fd, frame, segment.sizeBytes);
      files.fdatasync(segment.fd);
    } catch (error) {
      // A failed sync may have dropped the pages it could not write, and the next one would not tell: never reuse.
      leave();
      throw error;
    }
    segment.sizeBytes += frame.length;
    last += count;
  };

  const probe = (): void => {
    const path = join(dir, "probe");
    const fd = files.open(path, "create");
    try {
      files.write(fd, Buffer.alloc(PROBE_BYTES), 0);
      files.fdatasync(fd);
    } finally {
      files.close(fd);
      files.unlink(path);
    }
  };

  const release = (sequence: number, before: number): void => {
    const segments = listSegments(files, dir);
    for (const [index, segment] of segments.entries()) {
      const next = segments[index + 1];
      if (next === undefined || next.first > sequence + 1 || readCreatedAt(files, dir, next) >= before)
        return;
      if (segment.damaged) continue;
      files.unlink(segment.path);
      // One by one, so that a power loss cannot bring an older segment back without its successor.
      files.syncDir(dir);
    }
  };

  return { last: () => last, write, probe, release, close: leave };
};
