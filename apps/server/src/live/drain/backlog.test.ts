import { expect, test } from "vitest";
import { createBacklog } from "./backlog.ts";
import { createMemoryJournal } from "./testing/memory-journal.ts";
import { arrivedAt, createSampleCall } from "./testing/sample-call.ts";

const limits = { recordsMax: 3, eventsMax: 4 };
const account = "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0000";
const events = createSampleCall(account).start();

const toSequences = (records: readonly { sequence: number }[]) => records.map(({ sequence }) => sequence);

test("offered records come from memory, in batches of about as many events as asked", async () => {
  const journal = createMemoryJournal();
  const backlog = createBacklog(journal, 0, limits);
  for (let n = 0; n < 3; n += 1) backlog.offer({ sequence: await journal.append(events), events });
  expect(toSequences(await backlog.take())).toEqual([1, 2]);
  expect(toSequences(await backlog.take())).toEqual([3]);
  expect(await backlog.take()).toEqual([]);
  expect(journal.readBack()).toBe(0);
});

test("what does not fit into memory is read back from the journal, once and in order", async () => {
  const journal = createMemoryJournal();
  const backlog = createBacklog(journal, 0, { recordsMax: 3, eventsMax: 5 });
  for (let n = 0; n < 40; n += 1) backlog.offer({ sequence: await journal.append(events), events });
  const taken: number[] = [];
  while (backlog.taken() < backlog.newest()) taken.push(...toSequences(await backlog.take()));
  expect(taken).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  expect(journal.readBack()).toBe(37);
});

test("records offered out of order are taken in order", async () => {
  const journal = createMemoryJournal();
  const backlog = createBacklog(journal, 0, limits);
  for (let n = 0; n < 2; n += 1) await journal.append(events);
  backlog.offer({ sequence: 2, events });
  backlog.offer({ sequence: 1, events });
  expect(toSequences(await backlog.take())).toEqual([1, 2]);
});

test("a start in the past begins with what the journal still holds", async () => {
  const journal = createMemoryJournal();
  for (let n = 0; n < 3; n += 1) await journal.append(events);
  const kept = { ...journal, readAfter: (sequence: number) => journal.readAfter(Math.max(sequence, 1)) };
  expect(toSequences(await createBacklog(kept, 0, { recordsMax: 3, eventsMax: 99 }).take())).toEqual([2, 3]);
});

test("a journal that lacks what was written is trouble, not the end of the backlog", async () => {
  const empty = { last: () => 1, readAfter: () => createMemoryJournal().readAfter(0) };
  const backlog = createBacklog(empty, 0, limits);
  await expect(backlog.take()).rejects.toThrow("ends before record 1");
  expect(backlog.taken()).toBe(0);
  backlog.offer({ sequence: 1, events: events.map((event) => ({ ...event, at: arrivedAt })) });
  expect(toSequences(await backlog.take())).toEqual([1]);
});
