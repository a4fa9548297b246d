import {
  type Block,
  findBlock,
  listCounters,
  createCallTags,
  findListed,
  listRows,
  type Listed,
  type ListQuestion,
  stepCall,
  toListQuestions,
  type CallState,
  type CampaignBook,
  type CapsUsed,
  type PlanRow,
  type Stepped,
  type StepTrigger,
} from "@ccp/engine";
import type { Slot } from "./capacity/capacity.ts";
import type { LiveParts } from "./live-parts.ts";
import { settleSlots, toHolder, toSlotExpiry } from "./slots.ts";
import { blocksOf } from "./snapshot/blocks-of.ts";
import { listsOf } from "./snapshot/lists-of.ts";
import type { SnapshotEntry } from "./snapshot/snapshot.ts";

/**
 * A decision, and the slot that was taken for it, with places under caps; it must be given back when the decision is
 * not recorded. Null where nothing was taken, or what was taken belongs to a write that is not over.
 */
export type Decided = { fact: Stepped["fact"]; slot: Slot | null };

type Question = { entry: SnapshotEntry; state: CallState; trigger: StepTrigger; at: number };

const findCampaign = ({ book }: SnapshotEntry, { arrived }: CallState): CampaignBook | null => {
  const id = arrived?.campaignId ?? null;
  return id !== null && Object.hasOwn(book.campaigns, id) ? (book.campaigns[id] ?? null) : null;
};

/** Who is blocked is asked when a call arrives and not again: an entry made meanwhile ends no call. */
const findCallerBlock = ({ entry, state: { arrived }, trigger, at }: Question): Block | null => {
  const list = blocksOf(entry);
  const campaignId = arrived?.campaignId ?? null;
  if (list === undefined || trigger.kind !== "arrived" || arrived === null || campaignId === null)
    return null;
  return findBlock(list, { from: arrived.from, campaignId, at });
};

type Candidates = {
  rows: readonly PlanRow[];
  limited: readonly string[];
  hasCaps: boolean;
  listQuestions: readonly ListQuestion[];
};

// A campaign of a book does not change: its next revision is another object.
const candidates = new WeakMap<CampaignBook, Candidates>();

/**
 * The campaign's rows with its fallback, the targets among them whose calls at once are limited, whether any has caps,
 * and which value lists their filters ask for.
 */
const toCandidates = (campaign: CampaignBook): Candidates => {
  const known = candidates.get(campaign);
  if (known !== undefined) return known;
  const rows = listRows(campaign);
  const limited = rows
    .filter(({ concurrencyMax }) => concurrencyMax !== null)
    .map(({ targetId }) => targetId);
  const hasCaps = rows.some(({ caps }) => caps !== undefined);
  const found = { rows, limited, hasCaps, listQuestions: toListQuestions(rows) };
  candidates.set(campaign, found);
  return found;
};

/** Calls in progress per row and for the fallback, asked only for those with a limit. */
const readInUse = (
  { capacity }: LiveParts,
  accountId: string,
  campaign: CampaignBook | null,
): Promise<readonly number[]> => {
  if (campaign === null) return Promise.resolve([]);
  const { rows, limited } = toCandidates(campaign);
  if (limited.length === 0) return Promise.resolve(rows.map(() => 0));
  const reading = capacity.readInUse(accountId, limited);
  if (limited.length === rows.length) return reading;
  return reading.then((read) => {
    let place = 0;
    return rows.map(({ concurrencyMax }) => (concurrencyMax === null ? 0 : (read[place++] ?? 0)));
  });
};

/** What the caps of each row and of the fallback have counted. */
const readCapsUsed = async (
  { capacity }: LiveParts,
  accountId: string,
  campaign: CampaignBook,
  at: number,
): Promise<readonly CapsUsed[]> => {
  const asked = toCandidates(campaign).rows.map(({ targetId, caps }) =>
    caps === undefined ? [] : listCounters(targetId, caps, at),
  );
  const used = await capacity.readUsed(accountId, asked.flat());
  let place = 0;
  return asked.map((counters) => counters.map(() => used[place++] ?? 0));
};

/** Which value lists the call is in; undefined where no filter of the campaign asks for one. */
const readListed = (
  { entry, state: { arrived }, at }: Question,
  campaign: CampaignBook | null,
): Listed | undefined => {
  if (campaign === null || arrived === null) return undefined;
  const { listQuestions } = toCandidates(campaign);
  if (listQuestions.length === 0) return undefined;
  return findListed(listQuestions, listsOf(entry), createCallTags(arrived, at));
};

/** Asks the engine, takes the slot and the places it wants, and asks again without the target when another call was faster. */
export const decide = async (parts: LiveParts, question: Question): Promise<Decided> => {
  const { entry, state, trigger, at } = question;
  const { accountId, callId } = state;
  const campaign = findCampaign(entry, state);
  // What the webhook has just ended is recorded with the decision, and must not count in it.
  if (state.attempts.length > 0) await settleSlots(parts.capacity, state);
  const hasCaps = campaign !== null && toCandidates(campaign).hasCaps;
  const reading = hasCaps ? readCapsUsed(parts, accountId, campaign, at) : undefined;
  const inUse = await readInUse(parts, accountId, campaign);
  const block = findCallerBlock(question);
  const listed = readListed(question, campaign);
  const capsUsed = reading && (await reading);
  const refused: string[] = [];
  for (;;) {
    const { fact, reserve } = stepCall({
      state,
      campaign,
      bookRevision: entry.book.revision,
      trigger,
      block,
      at,
      inUse,
      capsUsed,
      listed,
      refused,
      seed: callId,
    });
    if (reserve === null || fact.choice.kind !== "dial") return { fact, slot: null };
    const slot = { accountId, targetId: reserve.targetId, holder: toHolder(callId, reserve.attempt) };
    const expiresAt = toSlotExpiry(fact.choice, at);
    const { limit, places } = reserve;
    const result = await parts.capacity.reserve({ ...slot, limit, expiresAt, ...(places && { places }) });
    if (result.kind === "granted") return { fact, slot: result.isNew ? slot : null };
    refused.push(reserve.targetId);
  }
};
