import type { DryRunShown } from "@ccp/contract";
import { assumptions, type Destined, type DryRunResult, type Money, type Move } from "@ccp/engine";

const movesMost = 200;

const toMoney = ({ revenueMicros, payoutMicros }: Money) => ({
  revenueMicros: revenueMicros.toString(),
  payoutMicros: payoutMicros.toString(),
});

const toDestination = ({ targets, before, after, sample }: Destined) => ({
  targets: [...targets],
  before: { calls: before.calls, ...toMoney(before) },
  after: { calls: after.calls, unestimated: after.unestimated, ...toMoney(after) },
  sample,
});

const toMove = ({ callId, at, fate, from, to, before, estimate }: Move) => ({
  callId,
  at: new Date(at).toISOString(),
  fate,
  from: [...from],
  to: [...to],
  before: toMoney(before),
  estimate: estimate && toMoney(estimate),
});

/** What a dry run has come to, with the first of the calls that would have gone elsewhere. */
export const toShownResult = (result: DryRunResult, currency: string): DryRunShown => ({
  currency,
  calls: result.calls,
  fates: result.fates,
  before: toMoney(result.before),
  after: toMoney(result.after),
  kept: toMoney(result.kept),
  estimated: toMoney(result.estimated),
  unestimated: { calls: result.unestimated.calls, ...toMoney(result.unestimated) },
  destinations: result.destinations.map(toDestination),
  moves: result.moves.slice(0, movesMost).map(toMove),
  assumptions: result.assumptions.map(({ assumption, calls }) => ({
    assumption,
    sentence: assumptions[assumption],
    calls,
  })),
});
