import type { Files } from "#live/disk/files.ts";
import { FRAME_HEADER_BYTES, type Frame, findFrameLength, indexOfFrame, parseFrame } from "./frame.ts";
import { SEGMENT_HEADER_BYTES } from "./segment.ts";

const WINDOW_BYTES = 256 * 1024;

export type FrameStep =
  | { kind: "frame"; frame: Frame; offset: number; end: number }
  | { kind: "bad"; offset: number }
  | { kind: "end"; offset: number };

export type FrameReader = {
  /** What stands at `offset`: a whole frame, something else, or the end of the file. */
  readAt: (offset: number) => FrameStep;
  /** The first whole frame after `offset`, for telling a torn end from a damaged middle. */
  findAfter: (offset: number) => number | undefined;
  close: () => void;
};

/** Reads a segment's frames through a small window, so that memory does not grow with the segment. */
export const openFrameReader = (files: Files, path: string): FrameReader => {
  const fd = files.open(path, "read");
  let window = { start: 0, bytes: Buffer.alloc(0) };

  const view = (offset: number, length: number): Buffer => {
    const from = offset - window.start;
    if (from >= 0 && from + length <= window.bytes.length) return window.bytes.subarray(from, from + length);
    const bytes = Buffer.allocUnsafe(Math.max(length, WINDOW_BYTES));
    window = { start: offset, bytes: bytes.subarray(0, files.read(fd, bytes, offset)) };
    return window.bytes.subarray(0, length);
  };

  const readAt = (offset: number): FrameStep => {
    const header = view(offset, FRAME_HEADER_BYTES);
    if (header.length === 0) return { kind: "end", offset };
    const length = findFrameLength(header);
    if (length === undefined || offset + length > files.size(fd)) return { kind: "bad", offset };
    const frame = parseFrame(view(offset, length));
    return frame === undefined
      ? { kind: "bad", offset }
      : { kind: "frame", frame, offset, end: offset + length };
  };

  const findAfter = (offset: number): number | undefined => {
    const from = Math.max(offset + 1, SEGMENT_HEADER_BYTES);
    const rest = Buffer.allocUnsafe(Math.max(0, files.size(fd) - from));
    files.read(fd, rest, from);
    for (let at = indexOfFrame(rest, 0); at >= 0; at = indexOfFrame(rest, at + 1)) {
      if (readAt(from + at).kind === "frame") return from + at;
    }
    return undefined;
  };

  return {
    readAt,
    findAfter,
    close: () => {
      files.close(fd);
    },
  };
};
