import { z } from "zod";
import type { CampaignBook, PlanRow } from "#book.ts";
import { balanceModes } from "#balance/prepaid.ts";
import { toCharges } from "#balance/to-charges.ts";
import { caps, payoutCaps, toAmount } from "#cap/cap.ts";
import { listCounters } from "#cap/counter.ts";
import { listCampaignCaps } from "#cap/owner.ts";
import { findPublisherCaps } from "#cap/payout-caps.ts";
import { toCounts } from "#cap/to-counts.ts";
import { toLegs } from "#call/dial-leg.ts";
import { nextDue } from "#call/due.ts";
import type { DialEndedFact, LegFact, RecordingFact, VoicemailFact } from "#call/event.ts";
import { narrateCall } from "#call/narrate.ts";
import type { CallState } from "#call/state.ts";
import { findRow } from "#call/offer.ts";
import type { Stepped, StepTrigger } from "#call/step.ts";
import { toTimeline } from "#call/timeline.ts";
import { describeRecall } from "#duplicate/describe-repeat.ts";
import { timeZone } from "#schedule/time-zone.ts";
import type { PayoutTerms } from "#settle/payout.ts";
import type { PayoutRule } from "#settle/payout-rule.ts";
import { summarizeMoney } from "#settle/summary.ts";
import type { Expectation } from "#strategy/expectation.ts";
import { strategies } from "#strategy/strategy.ts";
import { listTallyCounters, tallyParts, toTallyKey } from "#strategy/tally.ts";
import { explainDecision } from "#trace.ts";
import { toAgent, toldAgent } from "./agent.ts";
import { aCampaign, anAgentRow, aRow } from "./book.ts";
import { toldFilter } from "./filters-scenario.ts";
import { beginAnother, remember, remembered } from "./remembered-scenario.ts";
import { toldHours, toUtcMs } from "./hours.ts";
import { reportMoney } from "./report-money.ts";
import { createStage, decide, legFact, listRows, tell, tellArrival, type Stage } from "./stage.ts";

const changes = z.record(z.string(), z.unknown());

const toldCaps = z.strictObject({
  list: caps,
  generation: z.number().default(1),
  timeZone: timeZone.default("UTC"),
});

const row = z.looseObject({
  name: z.string(),
  /** How its buyer pays in advance. */
  prepaid: z
    .strictObject({
      creditLimitMicros: z.string().default("0"),
      mode: z.enum(balanceModes).default("strict"),
    })
    .optional(),
  /** When the target is open; absent: always. */
  schedule: z.strictObject({ hours: toldHours, timeZone }).optional(),
  /** Which calls it takes. */
  filter: toldFilter.optional(),
  /** The group it is a member of; it has the priority of that. */
  group: z.string().optional(),
  /** It is an agent, of one call at once. */
  agent: toldAgent.optional(),
  caps: toldCaps.optional(),
  /** What all targets of its buyer share. */
  buyerCaps: toldCaps.optional(),
});

const group = z.strictObject({
  name: z.string(),
  priority: z.number().default(1),
  weight: z.number().default(1),
  enabled: z.boolean().default(true),
  strategy: z.enum(strategies),
  caps: toldCaps.exactOptional(),
  concurrencyMax: z.number().exactOptional(),
  expectation: z.custom<Expectation>().optional(),
});

const payoutRule = z
  .strictObject({
    name: z.string(),
    schedule: z.strictObject({ hours: toldHours, timeZone }).optional(),
    filter: toldFilter.optional(),
    payout: z.custom<PayoutTerms>(),
  })
  .transform(({ name, payout, schedule, filter }): PayoutRule => ({
    name,
    payout,
    ...(schedule !== undefined && { schedule }),
    ...(filter !== undefined && { filter }),
  }));

const blocked = z.strictObject({
  campaignId: z.string().nullable().default(null),
  kind: z.enum(["number", "prefix", "anonymous"]),
  value: z.string().default(""),
  reason: z.string().default(""),
  /** Seconds from the making of the entry. */
  expiresAfter: z.number().nullable().default(null),
});

const moment = z.strictObject({
  /** Seconds that pass before it. */
  after: z.number().optional(),
  /** Calls in progress from now on, by the name of a target, or of a group or buyer with a limit of its own. */
  inUse: z.record(z.string(), z.number()).optional(),
  /** Calls begun within the window of their rate, by target name. */
  begun: z.record(z.string(), z.number()).optional(),
  /** What caps have counted in the period of this moment, by the owner's name and cap ("connected day"). */
  counted: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.string()]))).optional(),
  /** What the buyers of targets have from now on, by target name, in micros. */
  balances: z.record(z.string(), z.string()).optional(),
  /** How many seconds ago targets were last offered a call, and how long ago their last call ended. */
  offered: z.record(z.string(), z.number()).optional(),
  ended: z.record(z.string(), z.number()).optional(),
  /** How many seconds ago agents said that they are available, or away, and when their last conversations ended. */
  available: z.record(z.string(), z.number()).optional(),
  away: z.record(z.string(), z.number()).optional(),
  talked: z.record(z.string(), z.number()).optional(),
  /** What has come of earlier calls of this hour, by target name: dialled, connected, converted, and micros of revenue. */
  tallied: z.record(z.string(), z.tuple([z.number(), z.number(), z.number(), z.number()])).optional(),
  remember: z.array(remembered).optional(),
  /** Another call of the same caller begins; everything from here on is about it. */
  another: z.boolean().optional(),
  /** Targets whose next reservation another call wins. */
  lostSlots: z.array(z.string()).optional(),
  /** An entry that is made now. */
  block: blocked.optional(),
  campaign: changes.optional(),
  arrived: changes.optional(),
  leg: changes.optional(),
  dialEnded: changes.optional(),
  recording: changes.optional(),
  voicemail: changes.optional(),
  converted: z.number().optional(),
  reported: z.strictObject({ reportKey: z.string(), micros: z.string().nullable() }).optional(),
  contextMissing: z.number().optional(),
});

/** One rule as a story: who is in the plan, what happens, and what must come of it. */
export const scenario = z.strictObject({
  rule: z.string(),
  /** When the story begins, as a UTC time. */
  at: z.string().optional(),
  campaign: changes.default({}),
  /** The caps of the campaign, and of the publisher's payout. */
  campaignCaps: toldCaps.optional(),
  payoutCaps: toldCaps.extend({ list: payoutCaps }).optional(),
  groups: z.array(group).default([]),
  rows: z.array(row).default([]),
  fallback: row.nullable().default(null),
  /** In order, and those of publishers with terms of their own. */
  payoutRules: z.array(payoutRule).default([]),
  ownPayoutRules: z.record(z.string(), z.array(payoutRule)).default({}),
  /** Value lists by id. */
  lists: z.record(z.string(), z.array(z.string())).default({}),
  /** The account's list of blocked callers, numbered from 1. */
  blocked: z.array(blocked).default([]),
  story: z.array(moment),
  expect: z.strictObject({
    /** The engine's answer to each arrival and each ended dial. */
    answers: z.array(z.string()).optional(),
    /** Why each target was or was not chosen, in the last decision. */
    reasons: z.record(z.string(), z.string()).optional(),
    /** The same in sentences that follow the target's name. */
    sentences: z.record(z.string(), z.string()).optional(),
    trace: z.string().optional(),
    callerIds: z.array(z.string()).optional(),
    ringSeconds: z.array(z.number()).optional(),
    status: z.string().optional(),
    outcome: z.string().nullable().optional(),
    attempts: z.array(z.string()).optional(),
    connectedSeconds: z.array(z.number().nullable()).optional(),
    secondsSources: z.array(z.string().nullable()).optional(),
    revenue: z.string().optional(),
    payout: z.string().optional(),
    whyNoRevenue: z.string().nullable().optional(),
    whyNoPayout: z.string().nullable().optional(),
    whyNoPayoutInWords: z.string().nullable().optional(),
    whyNoRevenueInWords: z.string().nullable().optional(),
    /** What was known of the caller's other calls. */
    remembered: z.string().nullable().optional(),
    /** Whether the call counts as a repeat. */
    isDuplicate: z.boolean().optional(),
    /** The money in words. */
    why: z.string().optional(),
    converted: z.boolean().optional(),
    sentence: z.string().optional(),
    /** What is due next, and in how many seconds from the end of the story. */
    due: z.string().nullable().optional(),
    /** What the call counts for in the end, by event and period. */
    counts: z.array(z.string()).optional(),
    /** What the call takes from each buyer's balance in the end, in micros. */
    charges: z.array(z.string()).optional(),
  }),
});

export type Scenario = z.infer<typeof scenario>;
type Moment = z.infer<typeof moment>;

type ToldGroup = z.infer<typeof group>;

/** Where a member of a group stands: with its group. */
const toPlace = (name: string | undefined, groups: readonly ToldGroup[]) => {
  const index = groups.findIndex((each) => each.name === name);
  const found = groups[index];
  return found === undefined ? {} : { group: index, priority: found.priority };
};

const toRow = (
  {
    name,
    schedule,
    filter,
    agent,
    caps: told,
    buyerCaps,
    prepaid,
    group: groupName,
    ...rest
  }: z.infer<typeof row>,
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

const block = (stage: Stage, { expiresAfter, ...rest }: z.infer<typeof blocked>): void => {
  const expiresAt = expiresAfter === null ? null : stage.now + expiresAfter * 1000;
  stage.blocked = [...stage.blocked, { ...rest, id: stage.blocked.length + 1, expiresAt }];
};

/** Everybody's caps; those on the publisher's payout under no name. */
const listOwned = ({ campaign }: Stage) =>
  campaign === null
    ? []
    : [...(listCampaignCaps(campaign) ?? []).flat(), findPublisherCaps(campaign, "publisher") ?? []].flat();

const setCounts = (stage: Stage, told: Exclude<Moment["counted"], undefined>): void => {
  for (const { owner, caps: owned } of listOwned(stage)) {
    for (const [index, counter] of listCounters(owner, owned, stage.now).entries()) {
      const { on, period } = owned.list[index] ?? {};
      const count = told[owner.name]?.[`${on} ${period}`];
      if (count !== undefined) stage.counted.set(counter, toAmount(count));
    }
  }
};

const setMarks = (stage: Stage, told: Moment): void => {
  for (const mark of ["offered", "ended", "available", "away", "talked"] as const) {
    for (const [name, ago] of Object.entries(told[mark] ?? {})) {
      stage.marks.set(`${mark}:target:${name}`, stage.now - ago * 1000);
    }
  }
};

const setTallies = (stage: Stage, told: Exclude<Moment["tallied"], undefined>): void => {
  for (const [name, counts] of Object.entries(told)) {
    const key = toTallyKey({ id: stage.campaign?.id ?? "" }, `target:${name}`);
    for (const [index, part] of tallyParts.entries()) {
      for (const counter of listTallyCounters(key, part, stage.now)) {
        stage.tallied.set(counter, counts[index] ?? 0);
      }
    }
  }
};

const setTheStage = (stage: Stage, told: Moment): void => {
  stage.now += (told.after ?? 0) * 1000;
  for (const [name, calls] of Object.entries(told.inUse ?? {})) stage.inUse.set(name, calls);
  for (const [name, calls] of Object.entries(told.begun ?? {})) stage.begun.set(name, calls);
  setCounts(stage, told.counted ?? {});
  setMarks(stage, told);
  for (const [name, micros] of Object.entries(told.balances ?? {})) stage.balances.set(name, micros);
  setTallies(stage, told.tallied ?? {});
  if (told.another === true) beginAnother(stage);
  for (const each of told.remember ?? []) remember(stage, each);
  for (const name of told.lostSlots ?? []) stage.refusing.add(`target:${name}`);
  if (told.block !== undefined) block(stage, told.block);
  if (stage.campaign !== null) stage.campaign = { ...stage.campaign, ...told.campaign };
};

const tellFacts = (stage: Stage, told: Moment): void => {
  if (told.arrived) tellArrival(stage, told.arrived);
  if (told.leg) {
    const { attempt, ...rest } = told.leg as Partial<LegFact>;
    tell(stage, legFact(attempt ?? null, rest));
  }
  if (told.dialEnded) {
    const dialEnded: DialEndedFact = {
      kind: "dial-ended",
      attempt: 1,
      childRef: null,
      status: "completed",
      seconds: null,
      bridged: null,
    };
    tell(stage, { ...dialEnded, ...told.dialEnded });
  }
  if (told.recording) {
    const recording: RecordingFact = {
      kind: "recording",
      ref: "RE1",
      status: "completed",
      url: null,
      seconds: null,
      channels: 2,
    };
    tell(stage, { ...recording, ...told.recording });
  }
  if (told.voicemail) {
    const voicemail: VoicemailFact = {
      kind: "voicemail",
      ref: "RE1",
      status: "completed",
      url: null,
      seconds: null,
      channels: 1,
    };
    tell(stage, { ...voicemail, ...told.voicemail });
  }
  if (told.converted !== undefined) tell(stage, { kind: "converted", attempt: told.converted });
  if (told.reported !== undefined) tell(stage, { kind: "reported-conversion", ...told.reported });
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
