import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findConverted, settle } from "#settle/settle.ts";
import { aCampaign, aRow } from "#testing/book.ts";
import { inventHistory } from "#testing/history.ts";
import { arrivedFact, createStage, decide, legFact, tell, type Stage } from "#testing/stage.ts";
import { explainDecision } from "#trace.ts";
import type { CallEvent, CallFact, DialEndedFact } from "./event.ts";
import { toEventKey } from "./event.ts";
import { foldCall } from "./fold.ts";
import { isRecovered } from "./recover.ts";
import { replayDecision } from "./replay.ts";

const dialEnded = (attempt: number, seconds: number | null): DialEndedFact => ({
  kind: "dial-ended",
  attempt,
  childRef: `CA-child-${attempt}`,
  status: "completed",
  seconds,
  bridged: true,
});

/** Words that would make a long conversation of any attempt, told before or after everything else. */
const anyWord = fc.record({
  at: fc.constantFrom(1, 9_999_999_999_999),
  attempt: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom("dial", "callback", "record", "converted"),
});

const toFact = ({ attempt, kind }: { attempt: number; kind: string }): CallFact => {
  if (kind === "dial") return dialEnded(attempt, 500);
  if (kind === "converted") return { kind: "converted", attempt };
  return legFact(attempt, { seconds: 500, source: kind === "record" ? "record" : "callback" });
};

const inventRecovered = fc.nat().map((seed) => {
  for (let turn = 0; ; turn += 1) {
    const history = inventHistory(`recovered ${seed} ${turn}`);
    if (history.state.decisions.some(({ recovered }) => recovered !== undefined)) return history;
  }
});

test("what the call was handed on after never pays, whatever is said of it and in what order; nobody pays twice", () => {
  fc.assert(
    fc.property(inventRecovered, fc.array(anyWord, { maxLength: 6 }), ({ events }, words) => {
      const late: CallEvent[] = words.map(({ at, ...word }) => {
        const fact = toFact(word);
        return { key: toEventKey(fact), accountId: "account", callId: "call", at, fact };
      });
      const all = [...events, ...late];
      const state = foldCall(all);
      const converted = findConverted(state);
      expect(converted !== undefined && isRecovered(state.decisions, converted)).toBe(false);
      const kinds = settle(state).map(({ kind }) => kind);
      expect(kinds.length).toBe(new Set(kinds).size);
      expect(settle(foldCall(all.toReversed()))).toEqual(settle(state));
    }),
    { numRuns: 200 },
  );
}, 120_000);

const rows = [
  aRow("Acme"),
  aRow("Bright", { priority: 2 }),
  aRow("Clear", { priority: 3 }),
  aRow("Dawn", { priority: 4 }),
];

const begin = (changes: Parameters<typeof aCampaign>[0] = {}): Stage => {
  const stage = createStage(aCampaign({ rows, recoveryMax: 1, dialAttemptsMax: 1, ...changes }));
  tell(stage, arrivedFact());
  decide(stage, { kind: "arrived" });
  return stage;
};

/** The target talks for so long and hangs up; what the engine says to it. */
const hangUp = (stage: Stage, attempt: number, seconds: number | null, before: () => void = () => {}) => {
  stage.now += (seconds ?? 0) * 1000;
  before();
  tell(stage, dialEnded(attempt, seconds));
  return decide(stage, { kind: "dial-ended", attempt }).fact;
};

test("a conversation that was cut short goes on to the next row, which the trace says, and is made again the same", () => {
  const stage = begin();
  const fact = hangUp(stage, 1, 12);
  expect(fact.choice).toMatchObject({ kind: "dial", targetId: "target:Bright" });
  const { campaign, now: at } = stage;
  expect(explainDecision({ decided: fact, at, campaign }).sentence).toBe(
    "Acme ended the call after 12 s of 90; the call goes on. Went to Bright because it was the only open target at priority 2; Acme had already been tried in this call.",
  );
  expect(replayDecision(fact, campaign, stage.state).isSame).toBe(true);
});

test("recoveries have their own limit, and a conversation is none of the dial attempts", () => {
  const stage = begin({ recoveryMax: 2 });
  expect(hangUp(stage, 1, 12).choice.kind).toBe("dial");
  expect(hangUp(stage, 2, 30).choice.kind).toBe("dial");
  expect(hangUp(stage, 3, 89).choice).toEqual({ kind: "hang-up", reason: "call-over" });
});

test("nothing goes on without the setting, after a conversion, at our own limit, without seconds, or without the caller", () => {
  const over = { kind: "hang-up", reason: "call-over" };
  const { recoveryMax: _, ...without } = aCampaign({ rows });
  const off = createStage(without);
  tell(off, arrivedFact());
  decide(off, { kind: "arrived" });
  expect(hangUp(off, 1, 12).choice).toEqual(over);
  expect(hangUp(begin(), 1, 90).choice).toEqual(over);
  expect(hangUp(begin({ timeLimitSeconds: 60 }), 1, 60).choice).toEqual(over);
  expect(hangUp(begin(), 1, null).choice).toEqual(over);
  const early = begin();
  expect(hangUp(early, 1, 89, () => tell(early, { kind: "converted", attempt: 1 })).choice).toEqual(over);
  const left = begin();
  expect(hangUp(left, 1, 12, () => tell(left, legFact(null, { seconds: 12 }))).choice).toEqual(over);
});

test("a conversion that was still on its way when the call went on leaves the decision as it was", () => {
  const stage = begin();
  const fact = hangUp(stage, 1, 89);
  stage.now -= 5;
  tell(stage, { kind: "converted", attempt: 1 });
  stage.now += 5;
  expect(replayDecision(fact, stage.campaign, stage.state).isSame).toBe(true);
  expect(settle(stage.state).map(({ kind }) => kind)).toEqual(["payout"]);
});
