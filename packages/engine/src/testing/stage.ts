import { hasAgents, listAgentMarks, toAgentNumbers, type AgentNumbers } from "#agent/agent.ts";
import type { BalanceRead } from "#balance/prepaid.ts";
import type { BlockedCaller } from "#block/blocked-caller.ts";
import { compileBlocks, findBlock } from "#block/find-block.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { toCapAmount } from "#cap/cap.ts";
import { listCounters, type Counter } from "#cap/counter.ts";
import type { CapsUsed } from "#cap/judge-caps.ts";
import { listCampaignCaps, type OwnedCaps } from "#cap/owner.ts";
import { findPublisherCaps } from "#cap/payout-caps.ts";
import { listSharedLimits } from "#concurrency/limits.ts";
import { toEventKey, type ArrivedFact, type CallEvent, type CallFact, type LegFact } from "#call/event.ts";
import { emptyCall, joinEvents } from "#call/fold.ts";
import type { CallState } from "#call/state.ts";
import { listPayoutRules, toArrivalPayout } from "#settle/payout-rule.ts";
import { stepCall, type Stepped, type StepTrigger } from "#call/step.ts";
import {
  asksAtDial,
  asksForCaller,
  toRecall,
  toRememberedNumber,
  type Recall,
  type RememberedCall,
} from "#duplicate/recall.ts";
import { isDuplicate } from "#duplicate/screen-repeat.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { findListed, toListQuestions, type Listed } from "#filter/listed.ts";
import { compileList } from "#filter/value-list.ts";
import type { Expected } from "#strategy/expectation.ts";
import { compileTallies, toTallies } from "#strategy/tally.ts";
import { compileAsked } from "#strategy/asked.ts";
import { toMarkChanges } from "#strategy/list-marks.ts";
import { comparesRecency, type Mark, type Recency } from "#strategy/recency.ts";
import { findLost } from "./find-lost.ts";

export const CALLER = "+12025550142";
export const DIALLED = "+12025550101";

export const arrivedFact = (changes: Partial<ArrivedFact> = {}): ArrivedFact => ({
  kind: "arrived",
  carrierAccountId: 1,
  carrierAccountRef: "AC1",
  carrierCallRef: "CA-caller",
  from: CALLER,
  to: DIALLED,
  numberId: 1,
  campaignId: "campaign",
  publisherId: "publisher",
  place: { city: null, state: null, zip: null, country: null },
  stirVerstat: null,
  currency: "USD",
  ...changes,
});

/** The call comes in on the stage, with what its campaign owes the publisher for that alone. */
export const tellArrival = (stage: Stage, changes: Partial<ArrivedFact> = {}): void => {
  const arrived = arrivedFact(changes);
  const { campaign, now: at } = stage;
  const recall = readRecall(stage, arrived);
  const isRepeat = campaign !== null && isDuplicate(campaign, recall, at);
  const known: ArrivedFact = {
    ...arrived,
    ...(recall !== undefined && { recall }),
    ...(isRepeat && { isDuplicate: true }),
  };
  const tags = createCallTags(known, at);
  const listed = findListed(
    toListQuestions(campaign === null ? [] : listPayoutRules(campaign)),
    toLists(stage),
    tags,
  );
  const input = { at, tags, listed };
  tell(stage, { ...known, ...(campaign && toArrivalPayout(campaign, arrived.publisherId, input)) });
};

/** A callback of the attempt's leg, or of the caller's own when `attempt` is null. */
export const legFact = (attempt: number | null, changes: Partial<LegFact> = {}): LegFact => ({
  kind: "leg",
  ref: attempt === null ? "CA-caller" : `CA-child-${attempt}`,
  parentRef: attempt === null ? null : "CA-caller",
  attempt,
  status: "completed",
  seconds: null,
  sequence: null,
  carrierAt: null,
  sipCode: null,
  source: "callback",
  ...changes,
});

/** One call on its way through the engine as the server would lead it, with capacity played by hand. */
export type Stage = {
  campaign: CampaignBook | null;
  /** Calls in progress by target name. */
  inUse: Map<string, number>;
  /** Calls and micros counted for caps. */
  counted: Map<Counter, bigint>;
  /** Calls begun within the window of their rate, by target name. */
  begun: Map<string, number>;
  /** What buyers who pay in advance have, by target name, in micros; not named: not known. */
  balances: Map<string, string>;
  /** Calls counted for what is expected of targets. */
  tallied: Map<Counter, number>;
  /** When things last happened that strategies compare. */
  marks: Map<Mark, number>;
  /** The caller's other calls. */
  remembered: RememberedCall[];
  /** Value lists by id. */
  lists: Map<string, readonly string[]>;
  /** Targets whose next reservation is refused. */
  refusing: Set<string>;
  /** The account's list of blocked callers. */
  blocked: readonly BlockedCaller[];
  now: number;
  state: CallState;
};

export const createStage = (campaign: CampaignBook | null): Stage => ({
  campaign,
  inUse: new Map(),
  counted: new Map(),
  begun: new Map(),
  balances: new Map(),
  tallied: new Map(),
  marks: new Map(),
  remembered: [],
  lists: new Map(),
  refusing: new Set(),
  blocked: [],
  now: 1_000_000,
  state: emptyCall("call", "account"),
});

const toEvent = (stage: Stage, fact: CallFact): CallEvent => ({
  key: toEventKey(fact),
  accountId: "account",
  callId: "call",
  at: stage.now,
  fact,
});

const add = (counts: Map<Counter, number>, counter: Counter, by: number): void =>
  void counts.set(counter, (counts.get(counter) ?? 0) + by);

export const tell = (stage: Stage, fact: CallFact): void => {
  const before = stage.state;
  stage.state = joinEvents(before, [toEvent(stage, fact)]);
  for (const [counter, by] of toTallies(stage.state)) add(stage.tallied, counter, by);
  for (const [counter, by] of toTallies(before)) add(stage.tallied, counter, -by);
  for (const [mark, at] of toMarkChanges(before, stage.state)) {
    stage.marks.set(mark, Math.max(stage.marks.get(mark) ?? 0, at));
  }
};

/** The rows of the campaign and its fallback. */
export const listRows = ({ campaign }: Stage): PlanRow[] =>
  campaign === null ? [] : [...campaign.rows, ...(campaign.fallback ? [campaign.fallback] : [])];

/** Everybody's caps; those on the publisher's payout under no name. */
export const listOwned = ({ campaign }: Stage): OwnedCaps[] =>
  campaign === null
    ? []
    : [...(listCampaignCaps(campaign) ?? []).flat(), findPublisherCaps(campaign, "publisher") ?? []].flat();

const readInUse = (stage: Stage): number[] =>
  listRows(stage).map((row) => stage.inUse.get(row.targetName) ?? 0);

const readUsed = ({ counted, now }: Stage, { owner, caps }: OwnedCaps): CapsUsed => {
  const counters = listCounters(owner, caps, now);
  return caps.list.map((cap, index) => toCapAmount(cap, counted.get(counters[index] ?? "") ?? 0n));
};

const readCapsUsed = (stage: Stage): CapsUsed[] | undefined =>
  stage.campaign === null
    ? undefined
    : listCampaignCaps(stage.campaign)?.map((owned) => owned.flatMap((each) => readUsed(stage, each)));

const readPayoutUsed = (stage: Stage): CapsUsed | undefined => {
  const publisherId = stage.state.arrived?.publisherId ?? null;
  const owned = stage.campaign === null ? undefined : findPublisherCaps(stage.campaign, publisherId);
  return owned && readUsed(stage, owned);
};

/** Groups and buyers stand among the calls in progress by their own names. */
const readSharedInUse = (stage: Stage): number[][] | undefined => {
  const { campaign, inUse } = stage;
  const read = listRows(stage).map((row) =>
    campaign === null ? [] : listSharedLimits(campaign, row).map(({ name }) => inUse.get(name) ?? 0),
  );
  return read.some((each) => each.length > 0) ? read : undefined;
};

const readRateUsed = (stage: Stage): number[] | undefined => {
  const rows = listRows(stage);
  return rows.some(({ rate }) => rate !== undefined)
    ? rows.map(({ targetName }) => stage.begun.get(targetName) ?? 0)
    : undefined;
};

const readBalances = (stage: Stage): BalanceRead[] | undefined => {
  const rows = listRows(stage);
  if (rows.every(({ prepaid }) => prepaid === undefined)) return undefined;
  return rows.map(({ targetName, prepaid }) =>
    prepaid === undefined ? null : (stage.balances.get(targetName) ?? null),
  );
};

const readRecency = ({ campaign, marks, now }: Stage): Recency | undefined => {
  if (campaign === null || !comparesRecency(campaign)) return undefined;
  const { marks: asked, toRecency } = compileAsked(campaign);
  const stamp = Math.max(now, ...[...marks.values()].map((at) => at + 1));
  return toRecency(
    stamp,
    asked.map((mark) => marks.get(mark) ?? 0),
  );
};

const readAgents = (stage: Stage): (AgentNumbers | null)[] | undefined => {
  const rows = listRows(stage);
  if (!hasAgents(rows)) return undefined;
  return rows.map(({ agent, targetId }) =>
    agent === undefined
      ? null
      : toAgentNumbers(listAgentMarks(targetId).map((mark) => stage.marks.get(mark) ?? 0)),
  );
};

const toLists = ({ lists }: Stage) => new Map([...lists].map(([id, values]) => [id, compileList(values)]));

/** Undefined where nothing asks, or where nobody can know the caller. */
const readRecall = ({ campaign, remembered }: Stage, arrived: ArrivedFact | null): Recall | undefined =>
  campaign === null || !asksForCaller(campaign) || toRememberedNumber(arrived?.from ?? "") === null
    ? undefined
    : toRecall(remembered, arrived?.campaignId ?? null);

const readListed = (stage: Stage): Listed | undefined => {
  const questions = toListQuestions(listRows(stage));
  const { arrived } = stage.state;
  if (questions.length === 0 || arrived === null) return undefined;
  return findListed(questions, toLists(stage), createCallTags(arrived, stage.now));
};

const readExpected = ({ campaign, tallied, now }: Stage): Expected | undefined => {
  const asked = campaign === null ? undefined : compileTallies(campaign);
  return asked?.toExpected(asked.list(now).map((counter) => tallied.get(counter) ?? 0));
};

/** Only the first decision of a call asks who is blocked. */
const findStageBlock = ({ blocked, state, now }: Stage, trigger: StepTrigger) => {
  const { from, campaignId } = state.arrived ?? {};
  if (trigger.kind !== "arrived" || from === undefined || typeof campaignId !== "string") return null;
  return findBlock(compileBlocks(blocked), { from, campaignId, at: now });
};

/** Steps until the reservation holds, joins the decision, and returns it. */
export const decide = (stage: Stage, trigger: StepTrigger, seed = "seed"): Stepped => {
  const refused: string[] = [];
  for (;;) {
    const stepped = stepCall({
      state: stage.state,
      campaign: stage.campaign,
      bookRevision: 1,
      trigger,
      block: findStageBlock(stage, trigger),
      at: stage.now,
      inUse: readInUse(stage),
      capsUsed: readCapsUsed(stage),
      sharedInUse: readSharedInUse(stage),
      rateUsed: readRateUsed(stage),
      payoutUsed: readPayoutUsed(stage),
      balances: readBalances(stage),
      recency: readRecency(stage),
      agents: readAgents(stage),
      expected: readExpected(stage),
      recall:
        stage.campaign && asksAtDial(stage.campaign) ? readRecall(stage, stage.state.arrived) : undefined,
      listed: readListed(stage),
      refused,
      seed,
    });
    const lost =
      stepped.reserves.find(({ targetId }) => stage.refusing.delete(targetId)) ??
      findLost(stage, stepped.reserves);
    if (lost === undefined) {
      tell(stage, stepped.fact);
      return stepped;
    }
    refused.push(lost.targetId);
  }
};
