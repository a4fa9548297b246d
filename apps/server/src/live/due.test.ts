import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHeldClock } from "./drain/testing/held-clock.ts";
import { createDueList } from "./due.ts";

test("each call's last set moment is run once, in order of time, and not before", () => {
  const setting = fc.record({
    callId: fc.constantFrom("a", "b", "c", "d", "e"),
    afterMs: fc.option(fc.nat({ max: 10_000 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(setting, { maxLength: 30 }), (settings) => {
      const clock = createHeldClock();
      const started = clock.now();
      const ran: { callId: string; afterMs: number }[] = [];
      const dues = createDueList(clock, (callId) => ran.push({ callId, afterMs: clock.now() - started }));
      dues.start();
      const expected = new Map<string, number>();
      for (const { callId, afterMs } of settings) {
        dues.set(callId, afterMs === null ? null : started + afterMs);
        if (afterMs === null) expected.delete(callId);
        else expected.set(callId, afterMs);
      }
      clock.advance(20_000);
      expect(ran.map(({ afterMs }) => afterMs)).toEqual([...expected.values()].sort((a, b) => a - b));
      expect(new Map(ran.map(({ callId, afterMs }) => [callId, afterMs]))).toEqual(expected);
      expect(dues.size()).toBe(0);
    }),
  );
});

test("nothing is run before the start or after the close", () => {
  const clock = createHeldClock();
  const ran: string[] = [];
  const dues = createDueList(clock, (callId) => ran.push(callId));
  dues.set("a", clock.now() - 1);
  clock.advance(1_000);
  expect(ran).toEqual([]);
  dues.start();
  clock.advance(0);
  expect(ran).toEqual(["a"]);
  dues.set("b", clock.now() + 1);
  dues.close();
  clock.advance(1_000);
  expect(ran).toEqual(["a"]);
});
