import { toUuid } from "./call-id.ts";

/** Writes numbers and UUIDs into few bytes. Each throws a RangeError where the bytes are full. */
export type ByteWriter = {
  /** A whole number from 0 to 2^53 - 1. */
  number(value: number): void;
  uuid(value: string): void;
  /** Where the next byte goes. */
  end(): number;
};

/** Reads what a writer wrote, in the same order. Each throws a RangeError past the end. */
export type ByteReader = { number(): number; uuid(): string; isAtEnd(): boolean };

const uuidBytes = 16;

const dash = 45;

/** The value of a hexadecimal digit, from its character code. */
const toNibble = (code: number): number => (code & 0xf) + (code > 57 ? 9 : 0);

/** Writes into `buffer` from `start` on. */
export const createByteWriter = (buffer: Buffer, start: number): ByteWriter => {
  let offset = start;

  const byte = (value: number): void => {
    if (offset === buffer.length) throw new RangeError("The bytes are full.");
    buffer[offset++] = value;
  };

  return {
    number: (value) => {
      let rest = value;
      while (rest >= 0x80) {
        byte((rest % 0x80) + 0x80);
        rest = Math.floor(rest / 0x80);
      }
      byte(rest);
    },
    uuid: (value) => {
      for (let at = 0; at < value.length; at += 2) {
        if (value.charCodeAt(at) === dash) at += 1;
        byte(toNibble(value.charCodeAt(at)) * 0x10 + toNibble(value.charCodeAt(at + 1)));
      }
    },
    end: () => offset,
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
