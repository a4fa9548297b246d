import { createHash } from "node:crypto";
import type { Sealer } from "#sealing.ts";
import { NewerFormatError } from "./newer-format-error.ts";

// A sealed file: 0 magic   8 format   16 SHA-256 of the sealed part   48 sealed part
const HEADER_BYTES = 48;
const MAGIC = Buffer.from("CCPSEALD");
const FORMAT = 1;

const hash = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();

/** `context` says what the file is and must be given again to open it, so that files cannot be swapped. */
export const toSealedFile = (sealer: Sealer, context: string, plain: Buffer): Buffer => {
  const sealed = sealer.seal(plain, context);
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt16BE(FORMAT, 8);
  hash(sealed).copy(header, 16);
  return Buffer.concat([header, sealed]);
};

/** Undefined when the file is damaged. Throws when a newer release wrote it, or when it is whole and no key opens it. */
export const openSealedFile = (
  sealer: Sealer,
  context: string,
  path: string,
  bytes: Buffer,
): Buffer | undefined => {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const format = bytes.readUInt16BE(8);
  const sealed = bytes.subarray(HEADER_BYTES);
  if (format > FORMAT) throw new NewerFormatError(path, format, FORMAT);
  if (!hash(sealed).equals(bytes.subarray(16, HEADER_BYTES))) return undefined;
  try {
    return sealer.open(sealed, context);
  } catch (cause) {
    throw new Error(`${path} does not open with the configured keys.`, { cause });
  }
};
