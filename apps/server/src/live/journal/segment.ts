import { join } from "node:path";
import { crc32 } from "node:zlib";
import { NewerFormatError } from "#live/disk/newer-format-error.ts";
import type { Files } from "#live/disk/files.ts";
import { JournalDamagedError } from "./journal-errors.ts";

// Segment header: 0 magic   8 format   12 CRC32 of all that follows   16 first sequence   24 created, epoch ms
export const SEGMENT_HEADER_BYTES = 32;
const MAGIC = Buffer.from("CCPJRNAL");
const FORMAT = 1;
const COVERED_FROM = 16;
const NAME = /^(\d{16})\.journal(\.damaged)?$/;

/** `damaged`: set aside by an earlier reading; what still reads is used, what does not is skipped. */
export type Segment = { path: string; first: number; damaged: boolean };

export const toSegmentPath = (dir: string, first: number): string =>
  join(dir, `${String(first).padStart(16, "0")}.journal`);

/** The journal's segments, oldest first. */
export const listSegments = (files: Files, dir: string): Segment[] =>
  files
    .list(dir)
    .flatMap((name) => {
      const match = NAME.exec(name);
      return match
        ? [{ path: join(dir, name), first: Number(match[1]), damaged: match[2] !== undefined }]
        : [];
    })
    .toSorted((a, b) => a.first - b.first || Number(b.damaged) - Number(a.damaged));

const toSegmentHeader = (first: number, createdAt: number): Buffer => {
  const bytes = Buffer.alloc(SEGMENT_HEADER_BYTES);
  MAGIC.copy(bytes);
  bytes.writeUInt16BE(FORMAT, 8);
  bytes.writeBigUInt64BE(BigInt(first), 16);
  bytes.writeBigUInt64BE(BigInt(Math.floor(createdAt)), 24);
  bytes.writeUInt32BE(crc32(bytes.subarray(COVERED_FROM)), 12);
  return bytes;
};

/** Creates the segment under its name only when its header is durable, so that a named segment always has one. */
export const createSegment = (files: Files, dir: string, first: number, createdAt: number): number => {
  const path = toSegmentPath(dir, first);
  const draft = `${path}.draft`;
  const fd = files.open(draft, "create");
  try {
    files.write(fd, toSegmentHeader(first, createdAt), 0);
    files.fdatasync(fd);
    // An older file of this name can only hold records that were refused: nothing before `first` is in it.
    files.rename(draft, path);
    files.syncDir(dir);
    return fd;
  } catch (error) {
    files.close(fd);
    throw error;
  }
};

/** Keeps the file under another name, so that the next reading skips what is unreadable, and stops this one. */
export const setAside = (files: Files, dir: string, segment: Segment, offset: number): never => {
  files.rename(segment.path, `${segment.path}.damaged`);
  files.syncDir(dir);
  throw new JournalDamagedError(
    segment.path,
    offset,
    `The file is kept as ${segment.path}.damaged; the next reading uses what is readable in it and skips the rest.`,
  );
};

/** When the segment was begun, in epoch ms. Throws when a newer release wrote it or the header does not read. */
export const readCreatedAt = (files: Files, dir: string, segment: Segment): number => {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  const fd = files.open(segment.path, "read");
  try {
    files.read(fd, header, 0);
  } finally {
    files.close(fd);
  }
  const format = header.readUInt16BE(8);
  if (header.subarray(0, MAGIC.length).equals(MAGIC) && format > FORMAT)
    throw new NewerFormatError(segment.path, format, FORMAT);
  const whole = crc32(header.subarray(COVERED_FROM)) === header.readUInt32BE(12);
  if (!whole || format !== FORMAT) return segment.damaged ? 0 : setAside(files, dir, segment, 0);
  return Number(header.readBigUInt64BE(24));
};
