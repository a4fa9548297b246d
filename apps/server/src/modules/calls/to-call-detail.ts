import type { Adjustment, CallAttempt, CallDetail, CallSummary, Candidate, Decision } from "@ccp/contract";
import {
  type AttemptState,
  type CallState,
  type Candidate as ExplainedCandidate,
  type CampaignBook,
  type DecidedFact,
  explainDecision,
  type FilterFailure,
  narrateCall,
  summarizeMoney,
  toMicros,
  toTimeline,
} from "@ccp/engine";

export type DetailInput = {
  call: CallSummary;
  state: CallState;
  /** All that were asked for. */
  adjustments: readonly Adjustment[];
  /** Today's names, for what the books do not name. */
  names: { targets: ReadonlyMap<string, string>; buyers: ReadonlyMap<number, string> };
  /** The call's campaign as it stood at a revision of the book; null when that is not kept. */
  findCampaign: (revision: number) => CampaignBook | null;
};

const toIso = (at: number): string => new Date(at).toISOString();

const toIsoOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));

const toAttempt = (attempt: AttemptState, { names }: DetailInput): CallAttempt => ({
  number: attempt.number,
  target: { id: attempt.targetId, name: names.targets.get(attempt.targetId) ?? "" },
  buyer: { id: attempt.buyerId, name: names.buyers.get(attempt.buyerId) ?? "" },
  destination: attempt.destination,
  outcome: attempt.outcome,
  dialledAt: toIso(attempt.dialledAt),
  connectedAt: toIsoOrNull(attempt.connectedAt),
  connectedSeconds: attempt.connectedSeconds,
  convertedAt: toIsoOrNull(attempt.convertedAt),
});

const toVerdict = (reason: ExplainedCandidate["reason"]): Candidate["verdict"] => {
  if (reason === "chosen") return "chosen";
  return reason === "not-reached" ? "eligible" : "refused";
};

const toStrategy = ({ strategy }: ExplainedCandidate): Candidate["strategy"] => {
  if (strategy === null) return null;
  const { lastAt } = strategy;
  return { ...strategy, lastAt: lastAt === null || lastAt === 0 ? null : toIso(lastAt) };
};
const toFilterFailure = ({ block, conditions }: FilterFailure): Candidate["filter"] => ({
  block,
  conditions: conditions.map(({ tag, operator, isNot = false, value, values, listId, actual }) => ({
    tag,
    operator,
    isNot,
    wanted: values ?? [value, listId].flatMap((told) => told ?? []),
    actual,
  })),
});

const toCandidate = (
  candidate: ExplainedCandidate,
  index: number,
  { decided, campaign }: { decided: DecidedFact; campaign: CampaignBook | null },
): Candidate => {
  const plan = candidate.row === "fallback" ? campaign?.fallback : campaign?.rows[candidate.row];
  if (!plan) throw new Error("A candidate of a decision is no row of the campaign that explained it.");
  return {
    row: candidate.row,
    target: { id: candidate.targetId, name: candidate.targetName },
    buyer: { id: plan.buyerId, name: candidate.buyerName },
    priority: candidate.priority,
    weight: candidate.weight,
    group: candidate.group,
    strategy: toStrategy(candidate),
    verdict: toVerdict(candidate.reason),
    reason: candidate.reason,
    sentence: candidate.sentence,
    inUse: decided.inUse[index] ?? 0,
    concurrencyMax: plan.concurrencyMax,
    caps: candidate.caps.map(({ on, period, limit, used }) => ({ on, period, limit, used })),
    filter: candidate.filter && toFilterFailure(candidate.filter),
  };
};

const toDecision = (decided: DecidedFact, { state, findCampaign }: DetailInput): Decision => {
  const campaign = findCampaign(decided.bookRevision);
  const event = state.events.find(({ fact }) => fact.kind === "decided" && fact.step === decided.step);
  const at = event?.at ?? 0;
  const { sentence, candidates } = explainDecision({ decided, at, arrived: state.arrived, campaign });
  return {
    step: decided.step,
    at: toIso(at),
    sentence,
    choice: decided.choice.kind,
    bookRevision: decided.bookRevision,
    engineVersion: decided.engineVersion,
    seed: decided.seed,
    candidates: candidates.map((candidate, index) => toCandidate(candidate, index, { decided, campaign })),
  };
};

/** The money as the row has it, which is that of the ledger, and why. */
const toMoney = ({ call, state, adjustments }: DetailInput): CallDetail["money"] => {
  const { revenueMicros, payoutMicros, sentence, whyNoRevenue, whyNoPayout } = summarizeMoney(state);
  const revenue = toMicros(call.revenueMicros);
  const payout = toMicros(call.payoutMicros);
  return {
    currency: call.currency,
    revenueMicros: call.revenueMicros,
    payoutMicros: call.payoutMicros,
    marginMicros: (revenue - payout).toString(),
    adjustedRevenueMicros: (revenue - toMicros(revenueMicros)).toString(),
    adjustedPayoutMicros: (payout - toMicros(payoutMicros)).toString(),
    why: sentence,
    whyNoRevenue,
    whyNoPayout,
    adjustments: [...adjustments],
  };
};

/** The call's page: its fold in the engine's own words. */
export const toCallDetail = (input: DetailInput): CallDetail => {
  const { call, state, findCampaign } = input;
  const lastDecision = state.decisions.at(-1);
  const campaign = lastDecision === undefined ? null : findCampaign(lastDecision.bookRevision);
  return {
    call,
    sentence: narrateCall(state, campaign),
    money: toMoney(input),
    attempts: state.attempts.map((attempt) => toAttempt(attempt, input)),
    timeline: toTimeline(state, campaign).map(({ at, kind, title, detail }) => ({
      at: toIso(at),
      kind,
      text: title,
      detail,
    })),
    decisions: state.decisions.map((decided) => toDecision(decided, input)),
    recordings: state.recordings.map(({ ref, status, seconds, channels }) => ({
      ref,
      status,
      seconds,
      channels,
    })),
    events: state.events
      .toSorted((a, b) => a.at - b.at)
      .map(({ key, at, fact }) => ({ key, at: toIso(at), fact: { ...fact } })),
  };
};
