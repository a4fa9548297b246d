import { join } from "node:path";
import type { Files } from "#live/disk/files.ts";
import type { Sealer } from "#sealing.ts";
import { toFrame } from "./frame.ts";
import { recoverSegments } from "./recover.ts";
import { SEGMENT_HEADER_BYTES, createSegment, listSegments, readCreatedAt } from "./segment.ts";

/** Records that share a sync: one line of JSON each, joined by newlines. `at` is epoch ms. */
export type Batch = { lines: Uint8Array<ArrayBuffer>; count: number; at: number };

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

export type SegmentWriterOptions = {
  files: Files;
  dir: string;
  sealer: Sealer;
  segmentBytes: number;
  /**
   * A sync that makes the file longer waits for the file system's own journal too, which takes several times as long:
   * so the file is made longer by this much at once, with zeros, which no reader takes for a frame.
   */
  aheadBytes: number;
};

const PROBE_BYTES = 1024 * 1024;

type OpenSegment = { fd: number; sizeBytes: number; reservedBytes: number };

/** Throws while the folder's disk takes no writes. */
const probeDisk = (files: Files, dir: string): void => {
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

/** The journal's writing half; synchronous, so it belongs into a thread of its own. Recovers before it returns. */
export const openSegmentWriter = (options: SegmentWriterOptions): SegmentWriter => {
  const { files, dir, sealer, segmentBytes, aheadBytes } = options;
  const ahead = Buffer.alloc(aheadBytes);
  files.makeDir(dir);
  let last = recoverSegments(files, dir);
  let current: OpenSegment | undefined;

  const leave = (): void => {
    const fd = current?.fd;
    current = undefined;
    if (fd !== undefined) files.close(fd);
  };

  const finish = (): void => {
    if (current !== undefined) files.truncate(current.fd, current.sizeBytes);
    leave();
  };

  const enter = (frameBytes: number, at: number): OpenSegment => {
    const isFull = current !== undefined && current.sizeBytes + frameBytes > segmentBytes;
    if (isFull) finish();
    current ??= {
      fd: createSegment(files, dir, last + 1, at),
      sizeBytes: SEGMENT_HEADER_BYTES,
      reservedBytes: SEGMENT_HEADER_BYTES,
    };
    return current;
  };

  const put = (segment: OpenSegment, frame: Buffer): void => {
    const end = segment.sizeBytes + frame.length;
    files.write(segment.fd, frame, segment.sizeBytes);
    if (end <= segment.reservedBytes) return;
    files.write(segment.fd, ahead, end);
    segment.reservedBytes = end + aheadBytes;
  };

  const write = ({ lines, count, at }: Batch): void => {
    const frame = toFrame(sealer, last + 1, count, lines);
    const segment = enter(frame.length, at);
    try {
      put(segment, frame);
      files.fdatasync(segment.fd);
    } catch (error) {
      // A failed sync may have dropped the pages it could not write, and the next one would not tell: never reuse.
      leave();
      throw error;
    }
    segment.sizeBytes += frame.length;
    last += count;
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

  return { last: () => last, write, probe: () => probeDisk(files, dir), release, close: finish };
};
