import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "#random.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { arrivedFact, createStage, decide, legFact, tell } from "#testing/stage.ts";
import { type CallEvent, toEventKey } from "./event.ts";
import { emptyCall, foldCall, joinEvents } from "./fold.ts";

const shuffle = <Item>(items: readonly Item[], seed: string): Item[] => {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
};

/** The same facts told again, later and some of them differently. */
const retell = (events: readonly CallEvent[], seed: string): CallEvent[] => {
  const random = createRandom(`retell:${seed}`);
  return events.flatMap((event) => {
    const again = { ...event, at: event.at + Math.floor(random() * 3) };
    const differing: CallEvent =
      event.fact.kind === "leg" ? { ...again, fact: { ...event.fact, sipCode: 200 } } : again;
    return random() < 0.5 ? [event, again, differing] : [event];
  });
};

test("any order and any repetition of a call's events give the same state", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (history, order) => {
      const events = retell(inventHistory(history).events, history);
      const once = foldCall(events);
      expect(foldCall(shuffle(events, order))).toEqual(once);
      expect(foldCall([...shuffle(events, order), ...shuffle(events, history)])).toEqual(once);
    }),
    { numRuns: 2000 },
  );
});

test("joining events in any order, one by one or some at a time, equals folding them at once", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 4 }), (history, order, size) => {
      const events = retell(inventHistory(history).events, history);
      const shuffled = shuffle(events, order);
      let joined = emptyCall("call", "account");
      for (let at = 0; at < shuffled.length; at += size) {
        joined = joinEvents(joined, shuffled.slice(at, at + size));
      }
      expect(joined).toEqual(foldCall(events));
    }),
    { numRuns: 1000 },
  );
});

test("an event that says nothing new gives the very same state", () => {
  const { events, state } = inventHistory("again");
  for (const event of events) expect(joinEvents(state, [{ ...event, at: event.at + 5 }])).toBe(state);
});

test("of a fact told twice the earlier receipt counts", () => {
  const { events } = inventHistory("twice");
  const earlier = events.map((event) => ({ ...event, at: event.at - 7 }));
  expect(foldCall([...events, ...earlier])).toEqual(foldCall(earlier));
});

/** How often folding this many events looks at one of them. */
const countReadsPerEvent = (count: number): number => {
  let reads = 0;
  const counting: ProxyHandler<CallEvent> = {
    get: (event, name) => {
      reads += 1;
      return Reflect.get(event, name) as unknown;
    },
  };
  const events = Array.from({ length: count }, (_, at) => {
    const fact = legFact(1, { ref: `CA${(at * 7919) % count}` });
    const event = { key: toEventKey(fact), accountId: "account", callId: "call", at, fact };
    return new Proxy<CallEvent>(event, counting);
  });
  foldCall(events);
  return reads / count;
};

test("the work of a fold grows with the events of the call, and hardly faster", () => {
  expect(countReadsPerEvent(10_000) / countReadsPerEvent(1_000)).toBeLessThan(2);
});

test("facts about an attempt may come before its decision", () => {
  const stage = createStage(aCampaign({ rows: [aRow("Acme")] }));
  tell(stage, legFact(1, { status: "in-progress", carrierAt: 5000 }));
  expect(stage.state.attempts).toEqual([]);
  tell(stage, arrivedFact());
  decide(stage, { kind: "arrived" });
  expect(stage.state.attempts[0]).toMatchObject({ outcome: "connected", connectedAt: 5000 });
});

test("events of no call have no state", () => {
  expect(() => foldCall([])).toThrow("without events");
});
