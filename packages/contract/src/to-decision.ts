import {
  type ArrivedFact,
  type Candidate as ExplainedCandidate,
  type CampaignBook,
  type DecidedFact,
  explainDecision,
  type FilterFailure,
} from "@ccp/engine";
import type { Candidate, Decision } from "./call.ts";

const toIso = (at: number): string => new Date(at).toISOString();

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
    kind: candidate.kind,
    target: { id: candidate.targetId, name: candidate.targetName },
    buyer: plan.buyerId === null ? null : { id: plan.buyerId, name: candidate.buyerName },
    priority: candidate.priority,
    weight: candidate.weight,
    group: candidate.group,
    strategy: toStrategy(candidate),
    verdict: toVerdict(candidate.reason),
    reason: candidate.reason,
    sentence: candidate.sentence,
    inUse: decided.inUse[index] ?? 0,
    concurrencyMax: candidate.numbers?.limit ?? null,
    caps: candidate.caps.map(({ owner: { scope: kind, id, name }, cap }) => ({
      owner: { kind, id, name },
      cap: "micros" in cap ? { ...cap, used: String(cap.used) } : { ...cap, used: Number(cap.used) },
    })),
    balance: candidate.balance,
    filter: candidate.filter && toFilterFailure(candidate.filter),
  };
};

/** A stored decision as it is shown: in words, with every candidate. `at` is its event's, in epoch ms. */
export const toDecision = (asked: {
  decided: DecidedFact;
  at: number;
  arrived: ArrivedFact | null;
  campaign: CampaignBook | null;
}): Decision => {
  const { decided, at } = asked;
  const { sentence, candidates } = explainDecision(asked);
  return {
    step: decided.step,
    at: toIso(at),
    sentence,
    choice: decided.choice.kind,
    bookRevision: decided.bookRevision,
    engineVersion: decided.engineVersion,
    seed: decided.seed,
    candidates: candidates.map((candidate, index) => toCandidate(candidate, index, asked)),
  };
};
