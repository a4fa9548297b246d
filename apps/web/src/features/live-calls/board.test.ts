import type { CallSummary, LiveCalls } from "@ccp/contract";
import { expect, test } from "vitest";
import { advanceBoard, countChanges, fadeMs, sweepBoard } from "./board.ts";

const call = (id: string, step: CallSummary["step"] = "dialling") => ({ id, step }) as CallSummary;

const answer = (at: number, items: CallSummary[]): LiveCalls => ({
  at: new Date(at).toISOString(),
  total: items.length,
  items,
  targets: [],
  lastArrivedAt: null,
});

const idsOf = ({ calls }: ReturnType<typeof advanceBoard>) => calls.map(({ call: { id } }) => id);

test("a call that is over stays in its place for a moment, then leaves", () => {
  const first = advanceBoard(null, answer(0, [call("a"), call("b"), call("c")]), 0);
  const second = advanceBoard(first, answer(1000, [call("a"), call("c"), call("d")]), 1000);
  expect(idsOf(second)).toEqual(["a", "b", "c", "d"]);
  expect(second.calls[1]?.goneAt).toBe(1000);
  expect(sweepBoard(second.calls, 1000 + fadeMs - 1)).toBe(second.calls);
  expect(sweepBoard(second.calls, 1000 + fadeMs).map((each) => each.call.id)).toEqual(["a", "c", "d"]);
});

test("the moment counts from when the call was first seen to be over", () => {
  const first = advanceBoard(null, answer(0, [call("a")]), 0);
  const second = advanceBoard(first, answer(1000, []), 1000);
  const third = advanceBoard(second, answer(6000, []), 6000);
  expect(third.calls[0]?.goneAt).toBe(1000);
  expect(advanceBoard(third, answer(11_000, []), 1000 + fadeMs).calls).toEqual([]);
});

test("a call that goes on shows its latest step", () => {
  const first = advanceBoard(null, answer(0, [call("a")]), 0);
  expect(advanceBoard(first, answer(1000, [call("a", "talking")]), 1000).calls[0]?.call.step).toBe("talking");
});

test("the board knows how far the server's clock is ahead", () => {
  expect(advanceBoard(null, answer(5000, []), 2000).skewMs).toBe(3000);
});

test("while paused, calls that came, went or got on are counted", () => {
  const paused = advanceBoard(null, answer(0, [call("a"), call("b"), call("c")]), 0);
  const later = answer(1000, [call("a"), call("b", "talking"), call("d")]);
  expect(countChanges(paused, later)).toBe(3);
  expect(countChanges(paused, paused.live)).toBe(0);
});

test("only a call that was not there before is new, and of the first ones none is", () => {
  const first = advanceBoard(null, answer(0, [call("a"), call("b")]), 0);
  const second = advanceBoard(first, answer(1, [call("b", "talking")]), 1);
  expect([first.hasNew, second.hasNew]).toEqual([false, false]);
  expect(advanceBoard(second, answer(2, [call("b"), call("c")]), 2).hasNew).toBe(true);
});
