import type { BlockedCaller } from "#block/blocked-caller.ts";
import { compileBlocks, findBlock } from "#block/find-block.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { listCounters, type Counter } from "#cap/counter.ts";
import type { CapsUsed } from "#cap/judge-caps.ts";
import { toEventKey, type ArrivedFact, type CallEvent, type CallFact, type LegFact } from "#call/event.ts";
import { emptyCall, joinEvents } from "#call/fold.ts";
import type { CallState } from "#call/state.ts";
import { findArrivalPayout } from "#settle/payout.ts";
import { stepCall, type Stepped, type StepTrigger } from "#call/step.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { findListed, toListQuestions, type Listed } from "#filter/listed.ts";
import { compileList } from "#filter/value-list.ts";
import { compileAsked } from "#strategy/asked.ts";
import { toMarkChanges } from "#strategy/list-marks.ts";
import { comparesRecency, type Mark, type Recency } from "#strategy/recency.ts";

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
  const payout = stage.campaign === null ? undefined : findArrivalPayout(stage.campaign, arrived.publisherId);
  tell(stage, { ...arrived, ...(payout !== undefined && { payout }) });
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
  /** Calls counted for caps. */
  counted: Map<Counter, number>;
  /** When things last happened that strategies compare. */
  marks: Map<Mark, number>;
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
  marks: new Map(),
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

export const tell = (stage: Stage, fact: CallFact): void => {
  const before = stage.state;
  stage.state = joinEvents(before, [toEvent(stage, fact)]);
  for (const [mark, at] of toMarkChanges(before, stage.state)) {
    stage.marks.set(mark, Math.max(stage.marks.get(mark) ?? 0, at));
  }
};

/** The rows of the campaign and its fallback. */
export const listRows = ({ campaign }: Stage): PlanRow[] =>
  campaign === null ? [] : [...campaign.rows, ...(campaign.fallback ? [campaign.fallback] : [])];

const readInUse = (stage: Stage): number[] =>
  listRows(stage).map((row) => stage.inUse.get(row.targetName) ?? 0);

const readCapsUsed = (stage: Stage): CapsUsed[] | undefined => {
  const rows = listRows(stage);
  if (rows.every(({ caps }) => caps === undefined)) return undefined;
  return rows.map(({ targetId, caps }) =>
    caps === undefined
      ? []
      : listCounters(targetId, caps, stage.now).map((counter) => stage.counted.get(counter) ?? 0),
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

const readListed = (stage: Stage): Listed | undefined => {
  const questions = toListQuestions(listRows(stage));
  const { arrived } = stage.state;
  if (questions.length === 0 || arrived === null) return undefined;
  const lists = new Map([...stage.lists].map(([id, values]) => [id, compileList(values)]));
  return findListed(questions, lists, createCallTags(arrived, stage.now));
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
      recency: readRecency(stage),
      listed: readListed(stage),
      refused,
      seed,
    });
    const { reserve } = stepped;
    if (reserve === null || !stage.refusing.delete(reserve.targetId)) {
      tell(stage, stepped.fact);
      return stepped;
    }
    refused.push(reserve.targetId);
  }
};
