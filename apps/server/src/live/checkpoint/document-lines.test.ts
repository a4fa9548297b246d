import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromDocumentLines, toDocumentLines } from "./document-lines.ts";

const list = fc.array(fc.jsonValue(), { maxLength: 20 });
const longList = fc
  .tuple(list, fc.nat(300))
  .map(([some, more]) => [...some, ...Array.from({ length: more }, (_, index) => index)]);
const document = fc.record({ a: fc.jsonValue(), b: longList, c: fc.record({ d: longList, e: list }) });

test("a document comes back from its lines, and from one line as earlier releases wrote it", () => {
  fc.assert(
    fc.property(document, (written) => {
      const expected: unknown = JSON.parse(JSON.stringify(written));
      expect(fromDocumentLines(Buffer.concat([...toDocumentLines(written)]))).toEqual(expected);
      expect(fromDocumentLines(Buffer.from(JSON.stringify(written)))).toEqual(expected);
    }),
  );
});

test("no line holds more than a slice of a long list, however long it is", () => {
  const text = "x".repeat(1_000);
  const lines = [...toDocumentLines({ calls: Array.from({ length: 10_000 }, () => text) })];
  expect(lines.length).toBeGreaterThan(99);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(60_000);
});
