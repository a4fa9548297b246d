import { createHash } from "node:crypto";
import type { Sealer } from "#sealing.ts";
import { NewerFormatError } from "./newer-format-error.ts";

// A sealed file: 0 magic   8 format   16 frames, of which the last is empty and so shows that the file is whole
// A frame:       0 length of the sealed part   4 whether it is the last   16 SHA-256 of 0-16 and the sealed part   48 sealed part
// Format 1:      0 magic   8 format   16 SHA-256 of the sealed part   48 sealed part
const FILE_HEADER_BYTES = 16;
const FRAME_HEADER_BYTES = 48;
const HASH_FROM = 16;
const MAGIC = Buffer.from("CCPSEALD");
const FORMAT = 2;

const hash = (...parts: Buffer[]): Buffer => {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest();
};

const toFrameContext = (context: string, index: number, isLast: boolean): string =>
  `${context}#${index}${isLast ? ":last" : ""}`;

const toFrame = (sealer: Sealer, context: string, isLast: boolean, plain: Buffer): Buffer => {
  const sealed = sealer.seal(plain, context);
  const header = Buffer.alloc(FRAME_HEADER_BYTES);
  header.writeUInt32BE(sealed.length, 0);
  header.writeUInt8(isLast ? 1 : 0, 4);
  hash(header.subarray(0, HASH_FROM), sealed).copy(header, HASH_FROM);
  return Buffer.concat([header, sealed]);
};

/**
 * The file piece by piece, each made of one part when it is asked for. `context` says what the file is and must be
 * given again to open it, so that files cannot be swapped.
 */
export function* toSealedFile(sealer: Sealer, context: string, parts: Iterable<Buffer>): Generator<Buffer> {
  const header = Buffer.alloc(FILE_HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt16BE(FORMAT, 8);
  yield header;
  let index = 0;
  for (const part of parts) {
    yield toFrame(sealer, toFrameContext(context, index, false), false, part);
    index += 1;
  }
  yield toFrame(sealer, toFrameContext(context, index, true), true, Buffer.alloc(0));
}

type Sealed = { context: string; bytes: Buffer };

const findWhole = (context: string, bytes: Buffer): Sealed[] | undefined =>
  bytes.length >= FRAME_HEADER_BYTES &&
  hash(bytes.subarray(FRAME_HEADER_BYTES)).equals(bytes.subarray(HASH_FROM, FRAME_HEADER_BYTES))
    ? [{ context, bytes: bytes.subarray(FRAME_HEADER_BYTES) }]
    : undefined;

/** Undefined unless every frame is there and undamaged. */
const findFrames = (context: string, bytes: Buffer): Sealed[] | undefined => {
  const frames: Sealed[] = [];
  for (let from = FILE_HEADER_BYTES; from + FRAME_HEADER_BYTES <= bytes.length;) {
    const header = bytes.subarray(from, from + FRAME_HEADER_BYTES);
    const end = from + FRAME_HEADER_BYTES + header.readUInt32BE(0);
    const sealed = bytes.subarray(from + FRAME_HEADER_BYTES, end);
    if (!hash(header.subarray(0, HASH_FROM), sealed).equals(header.subarray(HASH_FROM))) return undefined;
    const isLast = header.readUInt8(4) === 1;
    frames.push({ context: toFrameContext(context, frames.length, isLast), bytes: sealed });
    if (isLast) return end === bytes.length ? frames : undefined;
    from = end;
  }
  return undefined;
};

/** Undefined when the file is damaged. Throws when a newer release wrote it, or when it is whole and no key opens it. */
export const openSealedFile = (
  sealer: Sealer,
  context: string,
  path: string,
  bytes: Buffer,
): Buffer | undefined => {
  if (bytes.length < FILE_HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const format = bytes.readUInt16BE(8);
  if (format > FORMAT) throw new NewerFormatError(path, format, FORMAT);
  const frames = format === 1 ? findWhole(context, bytes) : findFrames(context, bytes);
  if (frames === undefined) return undefined;
  try {
    return Buffer.concat(frames.map((frame) => sealer.open(frame.bytes, frame.context)));
  } catch (cause) {
    throw new Error(`${path} does not open with the configured keys.`, { cause });
  }
};
