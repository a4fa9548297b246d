import { toUuid } from "./call-id.ts";

/** Writes numbers and UUIDs into few bytes. */
export type ByteWriter = {
  /** A whole number from 0 to 2^53 - 1. */
  number(value: number): void;
  uuid(value: string): void;
  toBuffer(): Buffer;
};

/** Reads what a writer wrote, in the same order. Each throws a RangeError past the end. */
export type ByteReader = { number(): number; uuid(): string; isAtEnd(): boolean };

const uuidBytes = 16;

export const createByteWriter = (bytesMax: number): ByteWriter => {
  const buffer = Buffer.allocUnsafe(bytesMax);
  let offset = 0;
  return {
    number: (value) => {
      let rest = value;
      while (rest >= 0x80) {
        offset = buffer.writeUInt8((rest % 0x80) + 0x80, offset);
        rest = Math.floor(rest / 0x80);
      }
      offset = buffer.writeUInt8(rest, offset);
    },
    uuid: (value) => {
      if (offset + uuidBytes > bytesMax) throw new RangeError("The bytes are full.");
      offset += buffer.write(value.replaceAll("-", ""), offset, uuidBytes, "hex");
    },
    toBuffer: () => buffer.subarray(0, offset),
  };
};

export const createByteReader = (buffer: Buffer): ByteReader => {
  let offset = 0;
  return {
    number: () => {
      let value = 0;
      for (let scale = 1; ; scale *= 0x80) {
        const byte = buffer.readUInt8(offset++);
        value += (byte % 0x80) * scale;
        if (byte < 0x80) return value;
      }
    },
    uuid: () => {
      if (offset + uuidBytes > buffer.length) throw new RangeError("The bytes end early.");
      offset += uuidBytes;
      return toUuid(buffer.toString("hex", offset - uuidBytes, offset));
    },
    isAtEnd: () => offset === buffer.length,
  };
};
