import { z } from "zod";
import type { CampaignBook, PlanRow } from "#book.ts";
import { caps } from "#cap/cap.ts";
import { listCounters } from "#cap/counter.ts";
import { toCounts } from "#cap/to-counts.ts";
import { nextDue } from "#call/due.ts";
import type { DialEndedFact, LegFact, RecordingFact } from "#call/event.ts";
import { emptyCall } from "#call/fold.ts";
import { narrateCall } from "#call/narrate.ts";
import type { CallState } from "#call/state.ts";
import type { Stepped, StepTrigger } from "#call/step.ts";
import { toTimeline } from "#call/timeline.ts";
import { timeZone } from "#schedule/time-zone.ts";
import { summarizeMoney } from "#settle/summary.ts";
import { strategies } from "#strategy/strategy.ts";
import { explainDecision } from "#trace.ts";
import { aCampaign, aRow } from "./book.ts";
import { toldFilter } from "./filters-scenario.ts";
import { toldHours, toUtcMs } from "./hours.ts";
import { createStage, decide, legFact, listRows, tell, tellArrival, type Stage } from "./stage.ts";

const changes = z.record(z.string(), z.unknown());

const row = z.looseObject({
  name: z.string(),
  /** When the target is open; absent: always. */
  schedule: z.strictObject({ hours: toldHours, timeZone }).optional(),
  /** Which calls it takes. */
  filter: toldFilter.optional(),
  /** The group it is a member of; it has the priority of that. */
  group: z.string().optional(),
  caps: z
    .strictObject({ list: caps, generation: z.number().default(1), timeZone: timeZone.default("UTC") })
    .optional(),
});

const group = z.strictObject({
  name: z.string(),
  priority: z.number().default(1),
  weight: z.number().default(1),
  enabled: z.boolean().default(true),
  strategy: z.enum(strategies),
});

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
  /** Calls in progress from now on, by target name. */
  inUse: z.record(z.string(), z.number()).optional(),
  /** What caps have counted in the period of this moment, by target name and cap ("connected day"). */
  counted: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  /** How many seconds ago targets were last offered a call, and how long ago their last call ended. */
  offered: z.record(z.string(), z.number()).optional(),
  ended: z.record(z.string(), z.number()).optional(),
  /** Another call begins; everything from here on is about it. */
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
  groups: z.array(group).default([]),
  rows: z.array(row).default([]),
  fallback: row.nullable().default(null),
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
    /** The money in words. */
    why: z.string().optional(),
    converted: z.boolean().optional(),
    sentence: z.string().optional(),
    /** What is due next, and in how many seconds from the end of the story. */
    due: z.string().nullable().optional(),
    /** What the call counts for in the end, by event and period. */
    counts: z.array(z.string()).optional(),
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
  { name, schedule, filter, caps: told, group: groupName, ...rest }: z.infer<typeof row>,
  groups: readonly ToldGroup[] = [],
): PlanRow =>
  aRow(name, {
    ...rest,
    ...toPlace(groupName, groups),
    ...(schedule !== undefined && { schedule }),
    ...(filter !== undefined && { filter }),
    ...(told !== undefined && { caps: told }),
  });

const toAnswer = ({ fact: { choice } }: Stepped, campaign: CampaignBook): string => {
  if (choice.kind !== "dial") return `${choice.kind}: ${choice.reason}`;
  const row = choice.row === "fallback" ? campaign.fallback : campaign.rows[choice.row];
  return `dial ${row?.targetName}`;
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

const setCounts = (stage: Stage, told: Exclude<Moment["counted"], undefined>): void => {
  for (const { targetId, targetName, caps: owned } of listRows(stage)) {
    const counters = owned === undefined ? [] : listCounters(targetId, owned, stage.now);
    for (const [index, counter] of counters.entries()) {
      const { on, period } = owned?.list[index] ?? {};
      const count = told[targetName]?.[`${on} ${period}`];
      if (count !== undefined) stage.counted.set(counter, count);
    }
  }
};

const setMarks = (stage: Stage, told: Moment): void => {
  for (const mark of ["offered", "ended"] as const) {
    for (const [name, ago] of Object.entries(told[mark] ?? {})) {
      stage.marks.set(`${mark}:target:${name}`, stage.now - ago * 1000);
    }
  }
};

const setTheStage = (stage: Stage, told: Moment): void => {
  stage.now += (told.after ?? 0) * 1000;
  for (const [name, calls] of Object.entries(told.inUse ?? {})) stage.inUse.set(name, calls);
  setCounts(stage, told.counted ?? {});
  setMarks(stage, told);
  if (told.another === true) stage.state = emptyCall("call", "account");
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
  if (told.converted !== undefined) tell(stage, { kind: "converted", attempt: told.converted });
  if (told.reported !== undefined) tell(stage, { kind: "reported-conversion", ...told.reported });
};

const toDueText = (state: CallState, now: number): string | null => {
  const due = nextDue(state);
  return due === null ? null : `${due.kind} in ${(due.at - now) / 1000} s`;
};

const listCounts = (state: CallState): string[] =>
  [...toCounts(state)].map(([counter, count]) => `${counter.split(":").slice(-3, -1).join(" ")}: ${count}`);

const reportMoney = (state: CallState) => {
  const { whyNoRevenue, whyNoPayout, ...money } = summarizeMoney(state);
  return {
    revenue: money.revenueMicros,
    payout: money.payoutMicros,
    whyNoRevenue: whyNoRevenue?.reason ?? null,
    whyNoPayout: whyNoPayout?.reason ?? null,
    whyNoPayoutInWords: whyNoPayout?.sentence ?? null,
    why: money.sentence,
    converted: money.converted,
  };
};

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
    status: state.status,
    outcome: state.outcome,
    attempts: state.attempts.map(({ outcome }) => outcome),
    connectedSeconds: state.attempts.map(({ connectedSeconds }) => connectedSeconds),
    secondsSources: state.attempts.map(({ secondsSource }) => secondsSource),
    ...reportMoney(state),
    sentence: narrateCall(state, campaign),
    due: toDueText(state, stage.now),
    counts: listCounts(state),
  };
};

/** Plays a scenario through the engine: what came of it, and the story in words for whoever must find a fault. */
export const playScenario = (told: Scenario) => {
  const campaign = aCampaign({
    rows: told.rows.map((each) => toRow(each, told.groups)),
    ...(told.groups.length > 0 && {
      groups: told.groups.map((each) => ({ ...each, id: `group:${each.name}` })),
    }),
    fallback: told.fallback === null ? null : toRow(told.fallback),
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
