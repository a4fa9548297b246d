import { expect, test } from "vitest";
import { createLiveStream, type LineEvents } from "./live-stream.ts";

const setUp = () => {
  const lines: { events: LineEvents; isClosed: boolean }[] = [];
  const retries: { task: () => void; delayMs: number }[] = [];
  let now = 0;
  const stream = createLiveStream<number>({
    open: (events) => {
      const line = { events, isClosed: false };
      lines.push(line);
      return { close: () => (line.isClosed = true) };
    },
    parse: Number,
    now: () => now,
    later: (task, delayMs) => {
      retries.push({ task, delayMs });
      return () => undefined;
    },
  });
  return { stream, lines, retries, setNow: (at: number) => (now = at) };
};

test("all listeners share one line, and the last one closes it", () => {
  const { stream, lines } = setUp();
  const heard: number[] = [];
  const stopOne = stream.onMessage((message) => heard.push(message));
  const stopOther = stream.onState(() => undefined);
  lines[0]?.events.told("7");
  expect(lines).toHaveLength(1);
  expect(heard).toEqual([7]);
  stopOne();
  expect(lines[0]?.isClosed).toBe(false);
  stopOther();
  expect(lines[0]?.isClosed).toBe(true);
});

test("a lost line says since when, however often it fails meanwhile", () => {
  const { stream, lines, setNow } = setUp();
  stream.onState(() => undefined);
  lines[0]?.events.opened();
  expect(stream.getConnection()).toEqual({ kind: "open" });
  setNow(1000);
  lines[0]?.events.failed(false);
  setNow(9000);
  lines[0]?.events.failed(false);
  expect(stream.getConnection()).toEqual({ kind: "lost", since: 1000 });
});

test("after a broken line listeners are told to ask anew; the first opening is no such case", () => {
  const { stream, lines } = setUp();
  let reopenings = 0;
  stream.onReopen(() => (reopenings += 1));
  lines[0]?.events.opened();
  expect(reopenings).toBe(0);
  lines[0]?.events.failed(false);
  lines[0]?.events.opened();
  expect(reopenings).toBe(1);
  expect(stream.getConnection()).toEqual({ kind: "open" });
});

test("a line that gave up is opened again, later each time, until it holds", () => {
  const { stream, lines, retries } = setUp();
  stream.onState(() => undefined);
  for (let attempt = 0; attempt < 7; attempt += 1) {
    lines.at(-1)?.events.failed(true);
    retries.at(-1)?.task();
  }
  expect(retries.map(({ delayMs }) => delayMs)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  lines.at(-1)?.events.opened();
  lines.at(-1)?.events.failed(true);
  expect(retries.at(-1)?.delayMs).toBe(1000);
});
