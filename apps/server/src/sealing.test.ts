import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createSealer } from "./sealing.ts";

const old = { id: "k1", secret: "the first secret of this installation" };
const current = { id: "k2", secret: "the second secret of this installation" };

test("whatever is sealed opens to the same bytes in its own context only", () => {
  const sealer = createSealer([current]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.string(), fc.string(), (bytes, context, other) => {
      const sealed = sealer.seal(Buffer.from(bytes), context);
      expect(sealer.open(sealed, context)).toEqual(Buffer.from(bytes));
      if (other !== context) expect(() => sealer.open(sealed, other)).toThrow();
    }),
  );
});

test("a record with any byte changed does not open", () => {
  const sealer = createSealer([current]);
  const sealed = sealer.seal(Buffer.from("payload"), "context");
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => sealer.open(changed, "context"), `byte ${at}`).toThrow();
  }
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => sealer.open(sealed.subarray(0, length), "context"), `cut at ${length}`).toThrow();
  }
});

test("after a change of keys the first seals and the old one still opens", () => {
  const before = createSealer([old]).seal(Buffer.from("token"), "context");
  const rotated = createSealer([current, old]);
  expect(rotated.open(before, "context").toString()).toBe("token");
  const after = rotated.seal(Buffer.from("token"), "context");
  expect(() => createSealer([old]).open(after, "context")).toThrow("unknown key k2");
});

test("the same bytes never look the same twice", () => {
  const sealer = createSealer([current]);
  expect(sealer.seal(Buffer.from("token"), "context")).not.toEqual(
    sealer.seal(Buffer.from("token"), "context"),
  );
});
