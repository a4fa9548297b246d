import type { CampaignBook, PlanRow } from "#book.ts";
import { describeProtection } from "#duplicate/describe-repeat.ts";
import type { Reason } from "#reason.ts";
import { explainDecision } from "#trace.ts";
import {
  passing,
  settingAside,
  type Standing,
  targetRules,
  type TargetRule,
  toFilterWords,
  toTurn,
} from "./target-rules.ts";
import { tryAgain, type Trial } from "./trial.ts";

/** What one rule says of a call; `depends` where nobody said who calls. */
export type RuleCheck = {
  rule: Reason;
  verdict: "passes" | "fails" | "depends";
  /** Follows the target's name: "is closed until Monday 08:00 (America/Chicago)". */
  sentence: string;
  /** Epoch ms at which it turns by itself; null where only a person or a call changes it. */
  until: number | null;
};

/** `takes` is null where it depends on who calls. */
export type TargetCheck = { takes: boolean | null; rules: RuleCheck[] };

/** Of a campaign that has the target's row and nothing else. */
export type TargetTrial = Trial & { campaign: CampaignBook };

const isTargetRule = (reason: Reason): reason is TargetRule => targetRules.some((rule) => rule === reason);

/** A trace tells of what was; this is about what is. */
const toPresent = (sentence: string): string => sentence.replace(/^was /, "is ").replace(/^had /, "has ");

type Failures = { sentences: ReadonlyMap<Reason, string>; isWhole: boolean };

/**
 * What keeps the row from the call, each reason found with those before it set aside; not whole where one of them is
 * none of the row's own.
 */
const findFailures = (trial: TargetTrial, row: PlanRow): Failures => {
  const sentences = new Map<Reason, string>();
  let left = row;
  for (;;) {
    const asked = { ...trial, campaign: { ...trial.campaign, rows: [left] } };
    const decided = tryAgain(asked, trial.decided.seed);
    const [candidate] = explainDecision({ ...asked, decided }).candidates;
    if (candidate === undefined || candidate.reason === "chosen") return { sentences, isWhole: true };
    const { reason, sentence } = candidate;
    if (sentences.has(reason)) return { sentences, isWhole: false };
    sentences.set(reason, toPresent(sentence));
    if (!isTargetRule(reason)) return { sentences, isWhole: false };
    left = settingAside[reason](left);
  }
};

/** Whom the target does not take again, where nobody said who calls. */
const listUnasked = (row: PlanRow, isCallerKnown: boolean): RuleCheck[] => {
  const sentence = isCallerKnown ? null : describeProtection(row);
  return sentence === null ? [] : [{ rule: "duplicate-caller", verdict: "depends", sentence, until: null }];
};

/**
 * Whether a target would take the call of a trial, and what each rule says of it. Without a caller its filter is not
 * asked, nor whom it does not take again. Law: it takes the call exactly when the engine chooses the row, and a rule
 * fails exactly when it alone would keep the row from the call.
 */
export const checkTarget = (
  trial: TargetTrial,
  { isCallerKnown }: { isCallerKnown: boolean },
): TargetCheck => {
  const [row] = trial.campaign.rows;
  if (row === undefined) throw new Error("A campaign without rows says nothing of a target.");
  const isOpenQuestion = !isCallerKnown && row.filter !== undefined;
  const { sentences, isWhole } = findFailures(trial, isOpenQuestion ? settingAside.filtered(row) : row);
  const { decided, at, arrived, campaign } = trial;
  const { timeLimitSeconds } = campaign;
  const standing: Standing = { row, decided, at, timeLimitSeconds, currency: arrived.currency };
  const toCheck = (rule: TargetRule): RuleCheck => {
    const sentence = sentences.get(rule);
    if (sentence !== undefined) return { rule, verdict: "fails", sentence, until: toTurn(rule, standing) };
    if (rule === "filtered" && isOpenQuestion)
      return { rule, verdict: "depends", sentence: toFilterWords(row), until: null };
    const until = rule === "closed" ? toTurn(rule, standing) : null;
    return { rule, verdict: "passes", sentence: passing[rule](standing), until };
  };
  // Of a rule that was not come to, nothing is known.
  const asked = isWhole ? targetRules : targetRules.filter((rule) => sentences.has(rule));
  const others = [...sentences]
    .filter(([rule]) => !isTargetRule(rule))
    .map(([rule, sentence]): RuleCheck => ({ rule, verdict: "fails", sentence, until: null }));
  const rules = [...asked.map(toCheck), ...listUnasked(row, isCallerKnown), ...others];
  const unfailing = rules.some(({ verdict }) => verdict === "depends") ? null : true;
  return { takes: sentences.size > 0 ? false : unfailing, rules };
};
