import { crc32 } from "node:zlib";
import type { Sealer } from "#sealing.ts";

// A frame is one batch: what was appended together, synced together and is recovered whole or not at all.
//   0 magic   4 CRC32 of all that follows   8 length of the sealed part   12 records   16 first sequence   24 sealed
// The sealed part names its key; its context binds it to its place in the journal.
export const FRAME_HEADER_BYTES = 24;
const MAGIC = Buffer.from("CCPF");
const COVERED_FROM = 8;

export type Frame = { first: number; count: number; sealed: Buffer };

export const toFrame = (sealer: Sealer, first: number, count: number, lines: Uint8Array): Buffer => {
  const sealed = sealer.seal(lines, `journal:${first}:${count}`);
  const bytes = Buffer.allocUnsafe(FRAME_HEADER_BYTES + sealed.length);
  MAGIC.copy(bytes);
  bytes.writeUInt32BE(sealed.length, 8);
  bytes.writeUInt32BE(count, 12);
  bytes.writeBigUInt64BE(BigInt(first), 16);
  sealed.copy(bytes, FRAME_HEADER_BYTES);
  bytes.writeUInt32BE(crc32(bytes.subarray(COVERED_FROM)), 4);
  return bytes;
};

/** One line of JSON per record. Throws when no configured key opens them. */
export const openFrame = (sealer: Sealer, { first, count, sealed }: Frame): string[] => {
  try {
    return sealer.open(sealed, `journal:${first}:${count}`).toString("utf8").split("\n");
  } catch (cause) {
    throw new Error(`The journal's records from ${first} do not open with the configured keys.`, { cause });
  }
};

/** Length of the whole frame that this header announces; undefined where no header is. */
export const findFrameLength = (header: Buffer): number | undefined =>
  header.length === FRAME_HEADER_BYTES && header.subarray(0, 4).equals(MAGIC)
    ? FRAME_HEADER_BYTES + header.readUInt32BE(8)
    : undefined;

/** Undefined when the checksum does not hold. */
export const parseFrame = (bytes: Buffer): Frame | undefined =>
  crc32(bytes.subarray(COVERED_FROM)) === bytes.readUInt32BE(4)
    ? {
        first: Number(bytes.readBigUInt64BE(16)),
        count: bytes.readUInt32BE(12),
        sealed: bytes.subarray(FRAME_HEADER_BYTES),
      }
    : undefined;

/** Where the next header may begin at or after `from`; -1 when nowhere. */
export const indexOfFrame = (bytes: Buffer, from: number): number => bytes.indexOf(MAGIC, from);
