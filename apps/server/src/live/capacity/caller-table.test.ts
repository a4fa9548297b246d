import type { RememberedCall } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { callersMax, callsMax, createCallerTable, rememberedMs } from "./caller-table.ts";

const now = 1_700_000_000_000;

const aCall = (callId: string, at: number, changes: Partial<RememberedCall> = {}): RememberedCall => ({
  callId,
  at,
  campaignId: "campaign",
  publisherId: null,
  payout: "none",
  dials: [],
  ...changes,
});

const dial = { targetId: "target", buyerId: 1, at: now, standing: "connected" } as const;

const caller = { accountId: "account-a", number: "12025550142" };

const anyDial = fc.record({
  targetId: fc.constantFrom("t1", "t2"),
  buyerId: fc.constantFrom(1, 2),
  at: fc.constant(now),
  standing: fc.constantFrom("ringing", "talking", "connected", "converted"),
});
const anyCall = fc.record({
  callId: fc.constantFrom("call-1", "call-2", "call-3"),
  at: fc.integer({ min: now - 5, max: now }),
  campaignId: fc.constantFrom("campaign", null),
  publisherId: fc.constantFrom("publisher", null),
  payout: fc.constantFrom("none", "open", "earned"),
  dials: fc.array(anyDial, { maxLength: 2 }),
});
const anyCaller = fc.record({
  accountId: fc.constantFrom("account-a", "account-b"),
  number: fc.constantFrom("12025550142", "12025550143"),
});
const anyMove = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), of: anyCaller, call: anyCall }),
  fc.record({ kind: fc.constant("hold" as const), of: anyCaller, call: anyCall }),
  fc.record({ kind: fc.constant("let go" as const), of: anyCaller, call: anyCall }),
  fc.record({ kind: fc.constant("restart" as const), of: anyCaller, call: anyCall }),
);

test("remembers as plain lists of facts and of what is held would, through restarts", () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 40 }), (moves) => {
      let table = createCallerTable();
      const facts = new Map<string, Map<string, RememberedCall>>();
      const held = new Map<string, Map<string, RememberedCall>>();
      for (const { kind, of, call } of moves) {
        const key = `${of.accountId} ${of.number}`;
        const change = (lists: typeof facts) => {
          lists.set(key, lists.get(key) ?? new Map());
          return lists.get(key);
        };
        if (kind === "set") {
          table.set(of, call, now);
          change(facts)?.set(call.callId, call);
        } else if (kind === "hold") {
          table.hold(of, call.callId, call);
          change(held)?.set(call.callId, call);
        } else if (kind === "let go") {
          table.letGo(of, call.callId);
          change(held)?.delete(call.callId);
        } else {
          const { key: secret, items } = JSON.parse(JSON.stringify(table.list()));
          table = createCallerTable();
          table.restore(secret, items);
          held.clear();
        }
        const expected = new Map([...(facts.get(key) ?? []), ...(held.get(key) ?? [])]);
        expected.delete("call-1");
        const read = table.read(of, "call-1", now);
        expect(new Map(read.map((each) => [each.callId, each]))).toEqual(expected);
        expect(read.map(({ at }) => at)).toEqual(read.map(({ at }) => at).toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 300 },
  );
});

test("neither a table nor its checkpoint holds a number", () => {
  const table = createCallerTable();
  table.set(caller, aCall("call-1", now), now);
  const { items } = table.list();
  expect(JSON.stringify(items)).not.toContain(caller.number);
  expect(items).toMatchObject([{ accountId: "account-a", caller: expect.stringMatching(/^[\w-]{16}$/) }]);
  const other = createCallerTable();
  other.set(caller, aCall("call-1", now), now);
  expect(other.list().items[0]?.caller).not.toBe(items[0]?.caller);
});

test("of one caller the last calls are kept, and those of which something is told before the others", () => {
  const table = createCallerTable();
  table.set(caller, aCall("talked", now - 1_000, { dials: [dial] }), now);
  for (let index = 0; index < callsMax + 5; index += 1)
    table.set(caller, aCall(`call-${index}`, now + index), now);
  const read = table.read(caller, "", now);
  expect(read).toHaveLength(callsMax);
  expect(read[0]?.callId).toBe("talked");
  expect(read.at(-1)?.callId).toBe(`call-${callsMax + 4}`);
});

test("a caller's last call is kept, though something is told of all the others", () => {
  const table = createCallerTable();
  for (let index = 0; index < callsMax; index += 1)
    table.set(caller, aCall(`talked-${index}`, now + index, { dials: [dial] }), now);
  table.set(caller, aCall("last", now + callsMax), now);
  expect(table.read(caller, "", now).map(({ callId }) => callId)).toEqual([
    ...Array.from({ length: callsMax - 1 }, (_, index) => `talked-${index + 1}`),
    "last",
  ]);
});

test("a call counts for a year, and its caller is dropped after it", () => {
  const table = createCallerTable();
  table.set(caller, aCall("call-1", now), now);
  expect(table.read(caller, "", now + rememberedMs - 1)).toHaveLength(1);
  expect(table.read(caller, "", now + rememberedMs)).toEqual([]);
  table.set({ ...caller, number: "12025550143" }, aCall("call-2", now + rememberedMs), now + rememberedMs);
  expect(table.size()).toBe(1);
});

test("when there is no room the account with the most callers forgets its oldest", () => {
  const table = createCallerTable();
  const small = { accountId: "account-b", number: "12025550199" };
  table.set(small, aCall("small", now - 10), now);
  for (let index = 0; index < callersMax; index += 1) {
    table.set(
      { accountId: "account-a", number: String(12_025_000_000 + index) },
      aCall(`${index}`, now),
      now,
    );
  }
  expect(table.size()).toBe(callersMax);
  expect(table.read(small, "", now)).toHaveLength(1);
  expect(table.read({ accountId: "account-a", number: "12025000000" }, "", now)).toEqual([]);
  expect(table.read({ accountId: "account-a", number: "12025000001" }, "", now)).toHaveLength(1);
});
