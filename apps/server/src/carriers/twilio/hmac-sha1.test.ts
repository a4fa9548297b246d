import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hmacSha1 } from "./hmac-sha1.ts";

const key = fc.string({ unit: "binary", maxLength: 100 });
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 2_000 }),
  fc.nat(30_000).map((length) => "é".repeat(length)),
);

test("gives the HMAC of any text under any key", () => {
  fc.assert(
    fc.property(key, text, (key, text) => {
      expect(hmacSha1(key, text)).toBe(createHmac("sha1", key).update(text).digest("base64"));
    }),
    { numRuns: 500 },
  );
});
