import type { CallSummary, LiveCalls } from "@ccp/contract";

/** How long a call that is over stays in sight. */
export const fadeMs = 10_000;

/** A call on the board; `goneAt` is when it was seen to be over. */
export type BoardCall = { call: CallSummary; goneAt: number | null };

/** What the board shows: the calls that go on, and for a moment those that went on until just now. */
export type Board = {
  calls: readonly BoardCall[];
  live: LiveCalls;
  /** By how much the server's clock is ahead of this browser's. */
  skewMs: number;
  /** Whether a call came with the last answer. */
  hasNew: boolean;
};

const toBoardCall = (call: CallSummary): BoardCall => ({ call, goneAt: null });

/** The board after another answer of the server; those that are gone keep their places. */
export const advanceBoard = (before: Board | null, live: LiveCalls, now: number): Board => {
  const skewMs = Date.parse(live.at) - now;
  if (before === null) return { live, calls: live.items.map(toBoardCall), skewMs, hasNew: false };
  const going = new Map(live.items.map((call) => [call.id, call]));
  const kept = before.calls.flatMap(({ call, goneAt }): BoardCall[] => {
    const latest = going.get(call.id);
    going.delete(call.id);
    return latest === undefined ? [{ call, goneAt: goneAt ?? now }] : [toBoardCall(latest)];
  });
  const calls = [...kept, ...[...going.values()].map(toBoardCall)];
  return { live, calls: sweepBoard(calls, now), skewMs, hasNew: going.size > 0 };
};

/** Without the calls whose moment has passed; the same list where there are none. */
export const sweepBoard = (calls: readonly BoardCall[], now: number): readonly BoardCall[] => {
  const isDue = ({ goneAt }: BoardCall): boolean => goneAt !== null && now - goneAt >= fadeMs;
  return calls.some(isDue) ? calls.filter((each) => !isDue(each)) : calls;
};

/** How many calls came, went or got on to another step since the board was paused. */
export const countChanges = (paused: Board, live: LiveCalls): number => {
  const steps = new Map(live.items.map(({ id, step }) => [id, step]));
  const shown = paused.live.items;
  const known = new Set(shown.map(({ id }) => id));
  const changed = shown.filter(({ id, step }) => steps.get(id) !== step).length;
  return changed + live.items.filter(({ id }) => !known.has(id)).length;
};
