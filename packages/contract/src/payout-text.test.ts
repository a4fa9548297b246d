import { expect, test } from "vitest";
import { toPayoutText } from "./payout-text.ts";
import type { Payout } from "./payout.ts";

const say = (payout: Payout): string => toPayoutText(payout, (micros) => `$${Number(micros) / 1e6}`);

const share = { kind: "revenue-share", basisPoints: 6250, minMicros: null, maxMicros: null } as const;

test("payout terms are said on one line", () => {
  const fixed = { kind: "fixed", micros: "25000000" } as const;
  expect(say({ ...fixed, due: { kind: "incoming" } })).toBe("$25 an incoming call");
  expect(say({ ...fixed, due: { kind: "connected" } })).toBe("$25 a connected call");
  expect(say({ ...fixed, due: { kind: "converted" } })).toBe("$25 a converted call");
  expect(say({ ...fixed, due: { kind: "length", seconds: 60 } })).toBe("$25 a call after 60 s");
  expect(say({ ...share, due: { kind: "converted" } })).toBe("62.5% of the revenue, for a converted call");
  expect(say({ ...share, minMicros: "2000000", maxMicros: "9000000", due: { kind: "connected" } })).toBe(
    "62.5% of the revenue, at least $2, at most $9, for a connected call",
  );
});
