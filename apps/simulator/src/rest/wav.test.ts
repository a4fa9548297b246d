import { expect, test } from "vitest";
import { toWavChunks, toWavHeader } from "./wav.ts";

test.each([1, 2] as const)("the header describes PCM of 16 bit and 8 kHz with %i channels", (channels) => {
  const header = toWavHeader(3, channels);
  expect(header.toString("latin1", 0, 4) + header.toString("latin1", 8, 16)).toBe("RIFFWAVEfmt ");
  expect(header.readUInt32LE(4)).toBe(36 + 3 * 8000 * 2 * channels);
  expect(header.readUInt16LE(20)).toBe(1);
  expect(header.readUInt16LE(22)).toBe(channels);
  expect(header.readUInt32LE(24)).toBe(8000);
  expect(header.readUInt32LE(28)).toBe(8000 * 2 * channels);
  expect(header.readUInt16LE(34)).toBe(16);
  expect(Buffer.concat([...toWavChunks(3, channels, false)])).toHaveLength(header.readUInt32LE(40));
});

const isSilent = (chunk: Buffer | undefined, channel: number): boolean =>
  Array.from({ length: 8000 }, (_, sample) => chunk?.readInt16LE((sample * 2 + channel) * 2)).every(
    (level) => level === 0,
  );

test("the sides take turns on their own channels", () => {
  const [first, , third] = [...toWavChunks(3, 2, false)];
  expect([isSilent(first, 0), isSilent(first, 1)]).toEqual([false, true]);
  expect([isSilent(third, 0), isSilent(third, 1)]).toEqual([true, false]);
  const [swapped] = [...toWavChunks(1, 2, true)];
  expect([isSilent(swapped, 0), isSilent(swapped, 1)]).toEqual([true, false]);
});
