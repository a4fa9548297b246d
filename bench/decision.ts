import {
  type CallState,
  emptyCall,
  explainDecision,
  joinEvents,
  stepCall,
  toEventKey,
  toLimit,
} from "@ccp/engine";
import { toCampaign } from "./lib/campaign.ts";
import { toArrived } from "./lib/arrived.ts";
import { atMost, median, percentile } from "./lib/figures.ts";
import { judge, say } from "./lib/report.ts";

const at = Date.parse("2026-07-14T16:00:00Z");
const few = 200;
const many = 1_000;
const decisionsPerRound = 400;
const rounds = 15;

const arrived = toArrived("+12025550142");

const toState = (callId: string): CallState =>
  joinEvents(emptyCall(callId, "account"), [
    { key: toEventKey(arrived), accountId: "account", callId, at, fact: arrived },
  ]);

type Decider = (callId: string) => ReturnType<typeof stepCall>;

const toDecider = (candidates: number): Decider => {
  const campaign = toCampaign(candidates);
  const inUse = campaign.rows.map((_, index) => (index * 7) % 12);
  const capsUsed = campaign.rows.map(({ caps }, index) =>
    caps === undefined ? [] : caps.list.map((cap) => (index * 13) % (Number(toLimit(cap)) + 2)),
  );
  return (callId) =>
    stepCall({
      state: toState(callId),
      campaign,
      bookRevision: 1,
      trigger: { kind: "arrived" },
      block: null,
      at,
      inUse,
      capsUsed,
      refused: [],
      seed: callId,
    });
};

/** Microseconds of each decision; each is another call, so that the draws differ. */
const timeRound = (decide: Decider, round: number): number[] =>
  Array.from({ length: decisionsPerRound }, (_, index) => {
    const from = performance.now();
    const { fact } = decide(`${round}-${index}`);
    const us = (performance.now() - from) * 1_000;
    if (fact.choice.kind !== "dial") throw new Error("Nobody was dialled.");
    return us;
  });

/** The yardstick: the same traces written as one JSON object a candidate, which reason bytes save. */
const timeJson = (candidates: number): number[] => {
  const campaign = toCampaign(candidates);
  const { fact } = toDecider(candidates)("yardstick");
  const explained = explainDecision({ decided: fact, campaign, at, arrived }).candidates;
  return Array.from({ length: decisionsPerRound }, () => {
    const from = performance.now();
    JSON.stringify(explained);
    return (performance.now() - from) * 1_000;
  });
};

const show = (values: number[]): string =>
  `p50 ${median(values).toFixed(1)} µs, p99 ${percentile(values, 0.99).toFixed(1)} µs`;

/** Who gets the call, over every rule of the trade, with a reason for each candidate. */
export const benchDecision = (): Promise<void> => {
  const [overFew, overMany] = [toDecider(few), toDecider(many)];
  const times = { few: [] as number[], many: [] as number[], json: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const measured = {
      few: timeRound(overFew, round),
      many: timeRound(overMany, round),
      json: timeJson(few),
    };
    // The first round warms up.
    if (round === 0) continue;
    times.few.push(...measured.few);
    times.many.push(...measured.many);
    times.json.push(...measured.json);
  }
  say(`  ${few} candidates: ${show(times.few)}; their trace as JSON: ${show(times.json)}`);
  say(`  ${many} candidates: ${show(times.many)}`);
  judge(atMost(`a decision over ${few} candidates with its trace, µs at the median`, median(times.few), 100));
  judge(
    atMost(
      `a candidate among ${many} against one among ${few}`,
      median(times.many) / many / (median(times.few) / few),
      1.2,
    ),
  );
  return Promise.resolve();
};
