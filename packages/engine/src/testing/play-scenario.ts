import type { CampaignBook, PlanRow } from "#book.ts";
import { toCharges } from "#balance/to-charges.ts";
import { toCounts } from "#cap/to-counts.ts";
import { toLegs } from "#call/dial-leg.ts";
import { nextDue } from "#call/due.ts";
import type { DialEndedFact } from "#call/event.ts";
import { narrateCall } from "#call/narrate.ts";
import type { CallState } from "#call/state.ts";
import { findRow } from "#call/offer.ts";
import type { Stepped, StepTrigger } from "#call/step.ts";
import { toTimeline } from "#call/timeline.ts";
import { describeRecall } from "#duplicate/describe-repeat.ts";
import { summarizeMoney } from "#settle/summary.ts";
import { explainDecision } from "#trace.ts";
import { toAgent } from "./agent.ts";
import { aCampaign, anAgentRow, aRow } from "./book.ts";
import { toUtcMs } from "./hours.ts";
import { reportMoney } from "./report-money.ts";
import { createStage, decide, type Stage } from "./stage.ts";
import type { Moment, Scenario, ToldGroup, ToldRow } from "./scenario.ts";
import { block, setTheStage } from "./set-the-stage.ts";
import { tellFacts } from "./tell-facts.ts";

/** Where a member of a group stands: with its group. */
const toPlace = (name: string | undefined, groups: readonly ToldGroup[]) => {
  const index = groups.findIndex((each) => each.name === name);
  const found = groups[index];
  return found === undefined ? {} : { group: index, priority: found.priority };
};

const toRow = (
  { name, schedule, filter, agent, caps: told, buyerCaps, prepaid, group: groupName, ...rest }: ToldRow,
  groups: readonly ToldGroup[] = [],
): PlanRow =>
  (agent === undefined ? aRow : anAgentRow)(name, {
    ...rest,
    ...(agent !== undefined && { agent: toAgent(agent) }),
    ...toPlace(groupName, groups),
    ...(schedule !== undefined && { schedule }),
    ...(filter !== undefined && { filter }),
    ...(told !== undefined && { caps: told }),
    ...(buyerCaps !== undefined && { buyerCaps }),
    ...(prepaid !== undefined && { prepaid }),
  });

const toAnswer = ({ fact: { choice } }: Stepped, campaign: CampaignBook): string => {
  if (choice.kind !== "dial") return `${choice.kind}: ${choice.reason}`;
  const names = toLegs(choice).map(({ row }) => findRow(campaign, row)?.targetName);
  return `dial ${names.join(" + ")}`;
};

const toTrigger = (told: Moment): StepTrigger | null => {
  if (told.arrived) return { kind: "arrived" };
  if (told.contextMissing !== undefined) return { kind: "context-missing", step: told.contextMissing };
  const ended = told.dialEnded as Partial<DialEndedFact> | undefined;
  return ended?.attempt === undefined ? null : { kind: "dial-ended", attempt: ended.attempt };
};

const toDueText = (state: CallState, now: number): string | null => {
  const due = nextDue(state);
  return due === null ? null : `${due.kind} in ${(due.at - now) / 1000} s`;
};

const listCounts = (state: CallState): string[] =>
  [...toCounts(state)].map(([counter, count]) => `${counter.split(":").slice(-3, -1).join(" ")}: ${count}`);

const report = (
  stage: Stage,
  campaign: CampaignBook,
  answers: readonly { at: number; text: string; stepped: Stepped }[],
) => {
  const { state } = stage;
  const last = answers.at(-1);
  const explained =
    last && explainDecision({ decided: last.stepped.fact, at: last.at, arrived: state.arrived, campaign });
  const dials = answers.flatMap(({ stepped: { instruction } }) =>
    instruction.kind === "dial" ? [instruction] : [],
  );
  return {
    answers: answers.map(({ text }) => text),
    reasons: Object.fromEntries(
      explained?.candidates.map(({ targetName, reason }) => [targetName, reason]) ?? [],
    ),
    sentences: Object.fromEntries(
      explained?.candidates.map(({ targetName, sentence }) => [targetName, sentence]) ?? [],
    ),
    trace: explained?.sentence,
    callerIds: dials.map(({ callerId }) => callerId),
    ringSeconds: dials.map(({ ringTimeoutSeconds }) => ringTimeoutSeconds),
    isDuplicate: state.arrived?.isDuplicate === true,
    status: state.status,
    outcome: state.outcome,
    attempts: state.attempts.map(({ outcome }) => outcome),
    connectedSeconds: state.attempts.map(({ connectedSeconds }) => connectedSeconds),
    secondsSources: state.attempts.map(({ secondsSource }) => secondsSource),
    ...reportMoney(state),
    sentence: narrateCall(state, campaign),
    remembered: describeRecall(state),
    due: toDueText(state, stage.now),
    counts: listCounts(state),
    charges: [...toCharges(state).values()].map(String),
  };
};

/** Plays a scenario through the engine: what came of it, and the story in words for whoever must find a fault. */
export const playScenario = (told: Scenario) => {
  const campaign = aCampaign({
    rows: told.rows.map((each) => toRow(each, told.groups)),
    ...(told.groups.length > 0 && {
      groups: told.groups.map(({ expectation, ...each }) => ({
        ...each,
        id: `group:${each.name}`,
        ...(expectation !== undefined && { expectation }),
      })),
    }),
    fallback: told.fallback === null ? null : toRow(told.fallback),
    ...(told.campaignCaps !== undefined && { caps: told.campaignCaps }),
    ...(told.payoutCaps !== undefined && { publisherCaps: { publisher: told.payoutCaps } }),
    ...(told.payoutRules.length > 0 && { payoutRules: told.payoutRules }),
    ownPayoutRules: told.ownPayoutRules,
    ...told.campaign,
  });
  const stage = createStage(campaign);
  if (told.at !== undefined) stage.now = toUtcMs(told.at);
  for (const entry of told.blocked) block(stage, entry);
  for (const [id, values] of Object.entries(told.lists)) stage.lists.set(id, values);
  const answers: { at: number; text: string; stepped: Stepped }[] = [];
  const traces: string[] = [];
  for (const each of told.story) {
    setTheStage(stage, each);
    tellFacts(stage, each);
    const trigger = toTrigger(each);
    if (trigger === null) continue;
    const stepped = decide(stage, trigger);
    answers.push({ at: stage.now, text: toAnswer(stepped, campaign), stepped });
    traces.push(
      explainDecision({ decided: stepped.fact, at: stage.now, arrived: stage.state.arrived, campaign })
        .sentence,
    );
  }
  const history = toTimeline(stage.state, campaign).map(({ at, title }) => `${at}  ${title}`);
  return {
    actual: report(stage, campaign, answers),
    inWords: [told.rule, ...traces, ...history, summarizeMoney(stage.state).sentence].join("\n"),
  };
};
