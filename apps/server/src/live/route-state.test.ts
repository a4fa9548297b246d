import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHeldClock } from "./drain/testing/held-clock.ts";
import { createRouteStateSealer, type RouteState, type RouteStateKey } from "./route-state.ts";

const hourMs = 3_600_000;
const key = (id: string, retiredAt: number | null = null): RouteStateKey => ({
  id,
  secret: `secret-${id}`,
  retiredAt,
});

const whole = fc.nat();
const state: fc.Arbitrary<RouteState> = fc.record({
  accountId: fc.uuid(),
  callId: fc.uuid(),
  carrierAccountId: whole,
  step: fc.nat({ max: 30 }),
  attempt: fc.nat({ max: 30 }),
  bookRevision: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  decidedAt: fc.integer({ min: 1_767_225_600_000, max: 1_767_225_600_000 + hourMs }),
  dialled: fc.array(fc.record({ targetId: fc.uuid(), buyerId: whole }), { maxLength: 20 }),
});

const sample: RouteState = {
  accountId: "bbbbbbbb-0000-4000-8000-000000000001",
  callId: "cccccccc-0000-5000-8000-000000000001",
  carrierAccountId: 1,
  step: 0,
  attempt: 1,
  bookRevision: 7,
  decidedAt: 1_767_225_600_000,
  dialled: [{ targetId: "aaaaaaaa-0000-4000-8000-000000000001", buyerId: 3 }],
};

test("what was sealed opens again, in at most 1 KB of URL-safe text, and is sealed alike each time", () => {
  const sealer = createRouteStateSealer([key("k1")], createHeldClock());
  fc.assert(
    fc.property(state, (state) => {
      const text = sealer.seal(state);
      expect(text).toMatch(/^[\w.-]{1,1024}$/);
      expect(sealer.open(text)).toEqual({ kind: "opened", state });
      expect(sealer.seal(state)).toBe(text);
    }),
  );
});

test("no changed, shortened or invented text opens", () => {
  const sealer = createRouteStateSealer([key("k1")], createHeldClock());
  const text = sealer.seal(sample);
  const change = fc
    .tuple(fc.nat({ max: text.length - 1 }), fc.constantFrom("a", "Z", "0", "9", "_", "-", "."))
    .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
  fc.assert(
    fc.property(
      fc.oneof(
        change,
        fc.string(),
        fc.nat({ max: text.length }).map((end) => text.slice(0, end)),
      ),
      (forged) => {
        fc.pre(forged !== text);
        expect(sealer.open(forged).kind).toBe("refused");
      },
    ),
    { numRuns: 1_000 },
  );
});

test("each way of not opening has its reason", () => {
  const clock = createHeldClock(sample.decidedAt);
  const sealer = createRouteStateSealer([key("k1")], clock);
  const text = sealer.seal(sample);
  expect(sealer.open(undefined)).toEqual({ kind: "refused", reason: "missing" });
  expect(sealer.open("nonsense")).toEqual({ kind: "refused", reason: "malformed" });
  expect(sealer.open(text.replace("k1", "k9"))).toEqual({ kind: "refused", reason: "unknown-key" });
  expect(sealer.open(text.slice(0, 40) + (text[40] === "A" ? "B" : "A") + text.slice(41))).toEqual({
    kind: "refused",
    reason: "tampered",
  });
  clock.advance(26 * hourMs + 1);
  expect(sealer.open(text)).toEqual({ kind: "refused", reason: "expired" });
});

test("a retired key opens for four hours more and seals nothing", () => {
  const clock = createHeldClock(sample.decidedAt);
  const old = createRouteStateSealer([key("old")], clock).seal(sample);
  const sealer = createRouteStateSealer([key("new"), key("old", clock.now())], clock);
  expect(sealer.seal(sample)).toMatch(/^new\./);
  clock.advance(4 * hourMs);
  expect(sealer.open(old).kind).toBe("opened");
  clock.advance(1);
  expect(sealer.open(old)).toEqual({ kind: "refused", reason: "retired-key" });
});
