import type { CallSummary } from "@ccp/contract";
import { expect, test } from "vitest";
import {
  mayHaveLeft,
  mergeCalls,
  splitAtLine,
  toWatermark,
  updateCalls,
  type CallsPage,
} from "./merge-calls.ts";

/** `minute` is when the call arrived, so a greater one stands higher in the list. */
const call = (minute: number, more: Partial<CallSummary> = {}): CallSummary => ({
  id: `call-${minute}`,
  caller: "+12025550142",
  dialled: "+12025550190",
  campaign: null,
  publisher: null,
  buyer: null,
  target: null,
  agent: null,
  number: null,
  place: {
    city: null,
    state: null,
    stateName: null,
    zip: null,
    country: null,
    timeZone: null,
    guessedFromAreaCode: null,
  },
  attestation: "none",
  status: "ended",
  step: null,
  stepSince: null,
  outcome: "connected",
  attempts: 1,
  isBlocked: false,
  isDuplicate: false,
  firstAttemptOutcome: null,
  lastAttemptOutcome: null,
  connectedAt: null,
  endedBy: null,
  hasRecording: false,
  hasVoicemail: false,
  noRevenueReason: null,
  noPayoutReason: null,
  arrivedAt: new Date(minute * 60_000).toISOString(),
  endedAt: null,
  connectedSeconds: null,
  converted: false,
  currency: "USD",
  revenueMicros: "0",
  payoutMicros: "0",
  bookedSeq: minute,
  ...more,
});

const pages: CallsPage[] = [
  { items: [call(9), call(8)], nextCursor: "a" },
  { items: [call(5), call(4)], nextCursor: "b" },
];

const idsOf = (merged: readonly CallsPage[]): string[][] =>
  merged.map(({ items }) => items.map(({ id }) => id));

test("the watermark is the latest booking among the loaded rows", () => {
  expect(toWatermark(pages)).toBe(9);
  expect(toWatermark([{ items: [call(3, { bookedSeq: 70 })], nextCursor: null }])).toBe(70);
  expect(toWatermark([])).toBe(0);
});

test("a new call goes to the top", () => {
  expect(idsOf(mergeCalls(pages, [call(10)]))).toEqual([
    ["call-10", "call-9", "call-8"],
    ["call-5", "call-4"],
  ]);
});

test("a call that went on stays in its place and shows what is new", () => {
  const merged = mergeCalls(pages, [call(8, { bookedSeq: 20, connectedSeconds: 61 })]);
  expect(idsOf(merged)).toEqual(idsOf(pages));
  expect(merged[0]?.items[1]?.connectedSeconds).toBe(61);
});

test("in another order a new call has no known place and waits for the next load", () => {
  const changes = [call(10), call(8, { bookedSeq: 20, connectedSeconds: 61 })];
  const updated = updateCalls(pages, changes);
  expect(idsOf(updated)).toEqual(idsOf(pages));
  expect(updated[0]?.items[1]?.connectedSeconds).toBe(61);
});

test("an older booking never overwrites a later one", () => {
  const merged = mergeCalls(pages, [call(9, { bookedSeq: 1, connectedSeconds: 1 })]);
  expect(merged[0]?.items[0]?.connectedSeconds).toBeNull();
});

test("a call that belongs between loaded rows is put there", () => {
  expect(idsOf(mergeCalls(pages, [call(6)]))[1]).toEqual(["call-6", "call-5", "call-4"]);
});

test("a call older than all that is loaded waits for its page, unless there is no further page", () => {
  expect(idsOf(mergeCalls(pages, [call(1, { bookedSeq: 30 })]))).toEqual(idsOf(pages));
  const whole: CallsPage[] = [{ items: [call(9)], nextCursor: null }];
  expect(idsOf(mergeCalls(whole, [call(1, { bookedSeq: 30 })]))).toEqual([["call-9", "call-1"]]);
});

test("the first call of an empty log shows up", () => {
  expect(idsOf(mergeCalls([{ items: [], nextCursor: null }], [call(1)]))).toEqual([["call-1"]]);
});

test("merging the same changes twice is merging them once", () => {
  const changes = [call(10), call(8, { bookedSeq: 20 })];
  expect(mergeCalls(mergeCalls(pages, changes), changes)).toEqual(mergeCalls(pages, changes));
});

test("a call in progress that was booked and no longer matches may have left the list", () => {
  const ringing: CallsPage[] = [{ items: [call(9, { status: "ringing" })], nextCursor: null }];
  const booked = new Set(["call-9"]);
  expect(mayHaveLeft(ringing, [], booked, { status: "ringing" })).toBe(true);
  expect(mayHaveLeft(ringing, [call(9, { status: "ringing" })], booked, { status: "ringing" })).toBe(false);
  expect(mayHaveLeft(ringing, [], booked, { caller: "0142" })).toBe(false);
  expect(mayHaveLeft(ringing, [], new Set(["call-1"]), { status: "ringing" })).toBe(false);
});

test("rows above the line wait and are counted; without a line all are shown", () => {
  const calls = [call(11), call(10), call(9), call(8)];
  expect(splitAtLine(calls, call(9))).toEqual({ shown: [calls[2], calls[3]], waiting: 2 });
  expect(splitAtLine(calls, null)).toEqual({ shown: calls, waiting: 0 });
});

test("calls that arrived in the same instant keep one order", () => {
  const at = call(9).arrivedAt;
  const twins = [call(9, { id: "b", arrivedAt: at }), call(9, { id: "a", arrivedAt: at })];
  expect(idsOf(mergeCalls([{ items: [], nextCursor: null }], twins))).toEqual([["b", "a"]]);
  expect(splitAtLine(twins, twins[1] ?? null).waiting).toBe(1);
});
