import { toAvailableMark, toAwayMark, type PlanRow } from "@ccp/engine";
import { expect, test } from "vitest";
import type { LiveCheckpoint } from "./live.ts";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const anAgent = (index: number, changes: Partial<PlanRow> = {}): PlanRow =>
  createRow(index, {
    targetName: `Agent ${index}`,
    buyerId: null,
    buyerName: "",
    agent: { wrapUpSeconds: 30 },
    priority: 1,
    group: 0,
    concurrencyMax: 1,
    revenueMicros: "0",
    revenueAfterSeconds: 0,
    ...changes,
  });

/** Three agents of a group, and a message for callers when nobody is free. */
const entry = createEntry(1, "+12025550100", {
  rows: [1, 2, 3].map((index) => anAgent(index)),
  groups: [{ id: "group", name: "Support", priority: 1, weight: 1, enabled: true, strategy: "longest-idle" }],
});

const { accountId } = entry.book;

const agentIds = [1, 2, 3].map((index) => createRow(index).targetId);

type Started = Awaited<ReturnType<typeof startLive>>;

const say = (
  { capacity }: Pick<Started, "capacity">,
  agent: number,
  word: "available" | "away",
  at: number,
) => {
  const id = agentIds[agent - 1] ?? "";
  const mark = word === "available" ? toAvailableMark(id) : toAwayMark(id);
  return capacity.note(accountId, { counts: new Map(), marks: new Map([[mark, at]]) }, []);
};

const numbers = new Map([1, 2, 3].map((index) => [createRow(index).destination.address, index]));

const call = async ({ post }: Started, ref: string) => {
  const dial = readDial((await post(voice, toArrival(ref))).body);
  return { ...dial, ref, who: numbers.get(dial.number) ?? 0 };
};

const end = (
  { post }: Started,
  { step, ref }: { step: string; ref: string },
  status: "completed" | "no-answer" = "completed",
) =>
  post(step, {
    AccountSid: "AC1",
    CallSid: ref,
    CallStatus: "completed",
    DialCallSid: `${ref}-child`,
    DialCallStatus: status,
    DialBridged: String(status === "completed"),
    DialCallDuration: status === "completed" ? "70" : "0",
  });

const start = (checkpoint: LiveCheckpoint | null = null, journal?: Started["journal"]) =>
  startLive({ entries: [entry], checkpoint, ...(journal && { journal }) });

/** All three are available, the third for longest. */
const startWithAll = async (): Promise<Started> => {
  const live = await start();
  const now = live.clock.now();
  for (const [index, ago] of [60_000, 120_000, 180_000].entries()) {
    await say(live, index + 1, "available", now - ago);
  }
  return live;
};

test("nobody is rung of whom nobody said that they take calls", async () => {
  const live = await start();
  expect((await call(live, "CA1")).who).toBe(0);
  await say(live, 2, "available", live.clock.now());
  expect((await call(live, "CA2")).who).toBe(2);
});

test("the longest idle is rung, and of two words of one agent the later counts, in whatever order they come", async () => {
  const live = await startWithAll();
  expect((await call(live, "CA1")).who).toBe(3);
  await say(live, 2, "away", live.clock.now());
  await say(live, 2, "available", live.clock.now() - 1);
  expect((await call(live, "CA2")).who).toBe(1);
});

test("of many calls at the same moment each agent gets one, however slow the disk is", async () => {
  const live = await startWithAll();
  const open = live.journal.hold();
  const answering = Array.from({ length: 20 }, (_, index) => call(live, `CA${index}`));
  await expect.poll(() => live.live.checkpoint().capacity.slots.length).toBe(3);
  open();
  const who = (await Promise.all(answering)).map((dial) => dial.who).filter((index) => index > 0);
  expect(new Set(who)).toEqual(new Set([1, 2, 3]));
  expect(who).toHaveLength(3);
});

test("a conversation is followed by its wrap-up, which ends by itself; a call not answered by none", async () => {
  const live = await startWithAll();
  const talked = await call(live, "CA1");
  const missed = await call(live, "CA2");
  expect([talked.who, missed.who]).toEqual([3, 2]);
  live.clock.advance(70_000);
  await end(live, talked);
  await end(live, missed, "no-answer");
  // The first is still free, the second has been idle since now, the third wraps up.
  expect((await call(live, "CA3")).who).toBe(1);
  expect((await call(live, "CA4")).who).toBe(2);
  expect((await call(live, "CA5")).who).toBe(0);
  const reasons = live.journal.records
    .flatMap(({ events }) => events)
    .flatMap(({ fact }) => (fact.kind === "decided" ? [fact.reasons] : []));
  expect(reasons.at(-1)).toBe("YYZ");
  live.clock.advance(30_000);
  expect((await call(live, "CA6")).who).toBe(3);
});

test("nobody is rung whose conversation has just ended, however slow the disk is", async () => {
  const live = await start();
  await say(live, 1, "available", live.clock.now() - 60_000);
  const talked = await call(live, "CA1");
  live.clock.advance(70_000);
  const open = live.journal.hold();
  const ending = end(live, talked);
  await expect.poll(() => live.live.size().inFlight).toBe(1);
  const next = call(live, "CA2");
  await expect.poll(() => live.live.size().inFlight).toBe(2);
  open();
  await ending;
  expect((await next).who).toBe(0);
});

test("a restart at any record brings back who is available, on a call and wrapping up", async () => {
  const live = await startWithAll();
  const early = live.live.checkpoint();
  const talked = await call(live, "CA1");
  await call(live, "CA2");
  await end(live, talked);
  await say(live, 1, "away", live.clock.now());
  const late = live.live.checkpoint();
  const again = await start(late, live.journal);
  expect((await call(again, "CA3")).who).toBe(0);
  expect(again.live.checkpoint().capacity).toMatchObject({ slots: [{}] });
  // Of before the word: what was said since comes from where it is kept.
  const older = await start(early, live.journal);
  await say(older, 1, "away", live.clock.now());
  expect((await call(older, "CA4")).who).toBe(0);
});

test("an agent who was available months ago still is after a restart", async () => {
  const live = await start();
  await say(live, 1, "available", live.clock.now() - 100 * 86_400_000);
  const again = await start(live.live.checkpoint());
  expect((await call(again, "CA1")).who).toBe(1);
});
