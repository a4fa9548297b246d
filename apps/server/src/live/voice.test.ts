import { expect, test } from "vitest";
import { twilioAdapter } from "#carriers/twilio/twilio-adapter.ts";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";
const entry = createEntry(1, "+12025550100");
const other = createEntry(2, "+12025550200");

const ended = (callRef: string, childRef: string, status: string) => ({
  AccountSid: "AC1",
  CallSid: callRef,
  CallStatus: "in-progress",
  DialCallSid: childRef,
  DialCallStatus: status,
  DialBridged: status === "completed" ? "true" : "false",
  DialCallDuration: status === "completed" ? "61" : "0",
});

test("a call is answered with the best target, and is in the journal before the answer", async () => {
  const { post, journal, offered, live } = await startLive({ entries: [entry] });
  const answer = await post(voice, toArrival("CA1"));
  expect(answer.status).toBe(200);
  expect(readDial(answer.body).number).toBe(createRow(1).destination.address);
  expect(journal.records.map(({ events }) => events.map(({ key }) => key))).toEqual([
    ["arrived", "decided:0"],
  ]);
  expect(offered).toEqual([1]);
  expect(live.size().calls).toBe(1);
});

test("a repeated first webhook gets the same bytes, also after the call has gone on", async () => {
  const { post, journal } = await startLive({ entries: [entry] });
  const first = await post(voice, toArrival("CA1"));
  const again = await post(voice, toArrival("CA1"));
  await post(readDial(first.body).step, ended("CA1", "CA2", "busy"));
  const late = await post(voice, toArrival("CA1"));
  expect([again.body, late.body]).toEqual([first.body, first.body]);
  expect(journal.records).toHaveLength(2);
});

test("first webhooks that come twice at the same moment are decided once", async () => {
  const { post, journal, capacity } = await startLive({ entries: [entry] });
  const open = journal.hold();
  const answers = [
    post(voice, toArrival("CA1")),
    post(voice, toArrival("CA1")),
    post(voice, toArrival("CA1")),
  ];
  await expect
    .poll(async () => capacity.readInUse(entry.book.accountId, [createRow(1).targetId]))
    .toEqual([1]);
  open();
  const [one, two, three] = await Promise.all(answers);
  expect(one?.body).toContain("<Dial");
  expect([two?.body, three?.body]).toEqual([one?.body, one?.body]);
  expect(journal.records).toHaveLength(1);
});

test("after a busy target the next one is dialled, and the repeated step gets the same bytes", async () => {
  const { post, capacity } = await startLive({ entries: [entry] });
  const first = readDial((await post(voice, toArrival("CA1"))).body);
  const second = await post(first.step, ended("CA1", "CA2", "busy"));
  const again = await post(first.step, ended("CA1", "CA2", "busy"));
  expect(readDial(second.body).number).toBe(createRow(2).destination.address);
  expect(again.body).toBe(second.body);
  const targets = [createRow(1).targetId, createRow(2).targetId];
  expect(await capacity.readInUse(entry.book.accountId, targets)).toEqual([0, 1]);
});

test("after a conversation the call ends, and its slot is free", async () => {
  const { post, capacity } = await startLive({ entries: [entry] });
  const first = readDial((await post(voice, toArrival("CA1"))).body);
  const answer = await post(first.step, ended("CA1", "CA2", "completed"));
  expect(answer.body).toContain("<Response><Hangup/></Response>");
  expect(await capacity.readInUse(entry.book.accountId, [createRow(1).targetId])).toEqual([0]);
});

test("a caller who hung up while it rang is offered to nobody else", async () => {
  const { post } = await startLive({ entries: [entry] });
  const first = readDial((await post(voice, toArrival("CA1"))).body);
  const answer = await post(first.step, { ...ended("CA1", "CA2", "no-answer"), CallStatus: "completed" });
  expect(answer.body).toContain("<Response><Hangup/></Response>");
});

test("two calls for the last slot: one gets it, the other the next target", async () => {
  const rows = [createRow(1, { concurrencyMax: 1 }), createRow(2)];
  const { post } = await startLive({ entries: [createEntry(1, "+12025550100", { rows })] });
  const answers = await Promise.all([post(voice, toArrival("CA1")), post(voice, toArrival("CA2"))]);
  const numbers = answers.map(({ body }) => readDial(body).number).sort();
  expect(numbers).toEqual(rows.map(({ destination }) => destination.address));
});

test("a number that is nobody's, or another account's, is told so and dials nobody", async () => {
  const { post, live } = await startLive({ entries: [entry, other] });
  for (const [index, to] of ["+12025550199", "+12025550200"].entries()) {
    const answer = await post(voice, toArrival(`CA${index}`, { To: to }));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("<Say>");
    expect(answer.body).not.toContain("<Dial");
  }
  expect(live.counters()["number-unknown"]).toBe(2);
});

test("what is not signed by the account that it names is refused, counted and leaves no trace", async () => {
  const { post, journal, live } = await startLive({ entries: [entry, other] });
  const fields = toArrival("CA1");
  expect((await post(voice, fields, { token: null })).status).toBe(403);
  expect((await post(voice, fields, { token: "token-2" })).status).toBe(403);
  expect((await post(voice, { ...fields, AccountSid: "AC9" })).status).toBe(403);
  expect((await post(voice, { CallSid: "CA1" })).status).toBe(403);
  expect(journal.records).toEqual([]);
  expect(live.counters()).toEqual({
    "forged.unsigned": 1,
    "forged.bad-signature": 1,
    "forged.unknown-account": 1,
    "forged.no-account": 1,
  });
});

test("a token that was replaced is believed for its remaining time, and not longer", async () => {
  const formerToken = { token: "the former token", until: createHeldClock().now() + 1_000 };
  const [carrierAccount] = entry.carrierAccounts;
  const rotating = { ...entry, carrierAccounts: [{ ...carrierAccount, formerToken }] };
  const { post, clock } = await startLive({ entries: [rotating] });
  const sendAs = async (callRef: string, token: string) =>
    (await post(voice, toArrival(callRef), { token })).status;
  expect(await sendAs("CA1", "the former token")).toBe(200);
  expect(await sendAs("CA2", "token-1")).toBe(200);
  clock.advance(1_000);
  expect(await sendAs("CA3", "the former token")).toBe(403);
  expect(await sendAs("CA4", "token-1")).toBe(200);
});

test("an address of one account's call opens nothing for another account, or for another call", async () => {
  const { post, journal, live } = await startLive({ entries: [entry, other] });
  const dial = readDial((await post(voice, toArrival("CA1"))).body);
  const foreign = { ...ended("CA1", "CA2", "busy"), AccountSid: "AC2" };
  expect((await post(dial.step, foreign, { token: "token-2" })).status).toBe(403);
  expect((await post(dial.status, { ...foreign, CallStatus: "busy" }, { token: "token-2" })).status).toBe(
    403,
  );
  expect((await post(dial.step, ended("CA7", "CA2", "busy"))).status).toBe(403);
  expect((await post(dial.step.replace(/.#/, "#"), ended("CA1", "CA2", "busy"))).status).toBe(403);
  expect((await post("/carriers/twilio/step", ended("CA1", "CA2", "busy"))).status).toBe(403);
  expect(live.counters()["forged.state-foreign-call"]).toBe(3);
  expect(journal.records).toHaveLength(1);
});

test("while the journal cannot write every webhook is refused, and no slot stays taken", async () => {
  const { post, journal, capacity, live } = await startLive({ entries: [entry] });
  journal.setRefusing(true);
  expect((await post(voice, toArrival("CA1"))).status).toBe(503);
  expect(await capacity.readInUse(entry.book.accountId, [createRow(1).targetId])).toEqual([0]);
  expect(live.size().calls).toBe(0);
  journal.setRefusing(false);
  expect((await post(voice, toArrival("CA1"))).status).toBe(200);
  expect(live.counters()).toMatchObject({ "journal-refused": 1, "refused.journal": 1, answered: 1 });
});

test("a process that does not hold the live state refuses, so that the carrier tries the one that does", async () => {
  const { post, live } = await startLive({ entries: [entry], more: { isHolder: () => false } });
  expect((await post(voice, toArrival("CA1"))).status).toBe(503);
  expect(live.counters()).toEqual({ "refused.not-ready": 1 });
});

test("beyond its limit a server refuses at once, callbacks before callers", async () => {
  const { post, journal } = await startLive({ entries: [entry], more: { inFlightMax: 2 } });
  const open = journal.hold();
  const status = { AccountSid: "AC1", CallSid: "CA1", CallStatus: "completed" };
  const first = post(voice, toArrival("CA1"));
  await expect.poll(async () => (await post("/carriers/twilio/status", status)).status).toBe(503);
  const second = post(voice, toArrival("CA2"));
  await expect.poll(async () => (await post(voice, toArrival("CA3"))).status).toBe(503);
  open();
  expect([(await first).status, (await second).status]).toEqual([200, 200]);
});

test("only the live paths are taken, only by POST, and only bodies of a webhook's size", async () => {
  const { post, port } = await startLive({ entries: [entry] });
  const base = `http://127.0.0.1:${port}`;
  expect((await fetch(`${base}/api/v1/calls`)).status).toBe(404);
  expect((await fetch(`${base}/carriers/twilio/elsewhere`, { method: "POST" })).status).toBe(404);
  expect((await fetch(base + voice)).status).toBe(405);
  expect((await post(voice, { ...toArrival("CA1"), More: "x".repeat(70_000) })).status).toBe(413);
  expect((await post(voice, toArrival("CA1"))).status).toBe(200);
});

test("at the fallback address a call that was not dialled yet gets its decision", async () => {
  const { post } = await startLive({ entries: [entry] });
  const failure = { ErrorCode: "11200", ErrorUrl: "https://calls.example.com/carriers/twilio/voice" };
  const answer = await post(voice, toArrival("CA1", failure));
  const again = await post(voice, toArrival("CA1", failure));
  expect(readDial(answer.body).number).toBe(createRow(1).destination.address);
  expect(again.body).toBe(answer.body);
});

test("at the fallback address a dialled call goes on where it stood and never starts over", async () => {
  const { post } = await startLive({ entries: [entry] });
  const dial = readDial((await post(voice, toArrival("CA1"))).body);
  const progress = { AccountSid: "AC1", CallSid: "CA2", ParentCallSid: "CA1" };
  await post(dial.status, { ...progress, CallStatus: "ringing" });
  const failed = toArrival("CA1", { ErrorCode: "11200", ErrorUrl: dial.step.replace(/#.*/, "") });
  const unclear = await post(voice, failed);
  expect(unclear.body).not.toContain("<Dial");

  const second = readDial((await post(voice, toArrival("CA5"))).body);
  await post(second.status, { ...progress, CallSid: "CA6", ParentCallSid: "CA5", CallStatus: "busy" });
  const clear = await post(voice, { ...failed, CallSid: "CA5", ErrorUrl: second.step.replace(/#.*/, "") });
  expect(readDial(clear.body).number).toBe(createRow(2).destination.address);
});

test.each([
  ["that names the carrier's retries", (step: string) => step],
  ["that no longer opens", (step: string) => step.replace(/s=[^#]*/, "s=k0.forgotten")],
])("at the fallback address, with a failed address %s, nobody is rung a second time", async (_, toFailed) => {
  const { post } = await startLive({ entries: [entry] });
  const first = readDial((await post(voice, toArrival("CA1"))).body);
  const second = readDial((await post(first.step, ended("CA1", "CA2", "busy"))).body);
  const progress = { AccountSid: "AC1", CallSid: "CA3", ParentCallSid: "CA1" };
  await post(second.status, { ...progress, CallStatus: "completed", CallDuration: "61" });
  const failed = toArrival("CA1", { ErrorCode: "11205", ErrorUrl: toFailed(second.step) });
  expect((await post(voice, failed)).body).not.toContain("<Dial");
});

const endFirstCall = async ({ post, clock, live }: Awaited<ReturnType<typeof startLive>>) => {
  const first = await post(voice, toArrival("CA1"));
  const fields = { ...ended("CA1", "CA2", "completed"), CallStatus: "completed" };
  await post(readDial(first.body).step, fields);
  clock.advance(2 * 60_000);
  await expect.poll(() => live.size().calls).toBe(0);
  return first.body;
};

test("a first webhook repeated after the call was forgotten hangs up, and nobody is dialled again", async () => {
  const started = await startLive({ entries: [entry] });
  await endFirstCall(started);
  const { post, journal, clock, live } = started;
  const before = journal.records.length;
  const late = await post(voice, toArrival("CA1"));
  expect(late.status).toBe(200);
  expect(late.body).toContain("<Hangup");
  expect(journal.records).toHaveLength(before);
  expect(live.size().calls).toBe(0);

  const after = await startLive({ entries: [entry], journal, clock, checkpoint: live.checkpoint() });
  expect((await after.post(voice, toArrival("CA1"))).body).toBe(late.body);
});

test("a first webhook repeated after a late step of the forgotten call hangs up all the same", async () => {
  const started = await startLive({ entries: [entry] });
  const { step } = readDial(await endFirstCall(started));
  const { post, capacity } = started;
  await post(step, ended("CA1", "CA2", "completed"));
  expect((await post(voice, toArrival("CA1"))).body).not.toContain("<Dial");
  expect(await capacity.readInUse(entry.book.accountId, [createRow(1).targetId])).toEqual([0]);
});

test("a late callback of a forgotten call is journaled and handed on all the same", async () => {
  const started = await startLive({ entries: [entry] });
  await endFirstCall(started);
  const { post, journal, offered, live } = started;
  const fields = { AccountSid: "AC1", CallSid: "CA1", CallStatus: "completed", SequenceNumber: "9" };
  const before = journal.records.length;
  expect((await post("/carriers/twilio/status", fields)).status).toBe(204);
  expect(journal.records).toHaveLength(before + 1);
  expect(offered.at(-1)).toBe(before + 1);
  expect(live.size().calls).toBe(0);
});

test("a disk that stands still refuses after 3 s, and the repeat gets the answer that was journaled in the end", async () => {
  const { post, journal, clock, live, offered, capacity } = await startLive({ entries: [entry] });
  const inUse = () => capacity.readInUse(entry.book.accountId, [createRow(1).targetId]);
  const open = journal.hold();
  const first = post(voice, toArrival("CA1"));
  await expect.poll(inUse).toEqual([1]);
  clock.advance(2_999);
  expect(live.size().inFlight).toBe(1);
  clock.advance(1);
  expect((await first).status).toBe(503);
  expect((await post(voice, toArrival("CA1"))).status).toBe(503);
  expect((await post(voice, toArrival("CA3"))).status).toBe(503);
  // The first write may still succeed, and the slot is its own.
  expect(await inUse()).toEqual([1]);

  open();
  await expect.poll(() => offered).toEqual([1]);
  expect(await inUse()).toEqual([1]);
  const repeated = await post(voice, toArrival("CA1"));
  expect(readDial(repeated.body).number).toBe(createRow(1).destination.address);
  expect(journal.records).toHaveLength(1);
  expect((await post(voice, toArrival("CA3"))).status).toBe(200);
});

test("what goes wrong before a webhook is known to be genuine is answered, and does not end the process", async () => {
  const adapters = [{ ...twilioAdapter, readForm: () => expect.fail("a fault in the reading") }];
  const { post, logged } = await startLive({ entries: [entry], more: { adapters } });
  expect((await post(voice, toArrival("CA1"))).status).toBe(500);
  expect(logged).toEqual(["a webhook could not be handled"]);
});
