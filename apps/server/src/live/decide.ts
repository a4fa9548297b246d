import {
  type Block,
  findBlock,
  stepCall,
  type CallState,
  type CampaignBook,
  type PlanRow,
  type Stepped,
  type StepTrigger,
} from "@ccp/engine";
import type { LiveParts } from "./live-parts.ts";
import { settleSlots, toHolder, toSlotExpiry } from "./slots.ts";
import { blocksOf } from "./snapshot/blocks-of.ts";
import type { SnapshotEntry } from "./snapshot/snapshot.ts";

type Slot = { accountId: string; targetId: string; holder: string };

/** A decision, and the slot that was taken for it; the slot must be given back when the decision is not recorded. */
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

type Candidates = { rows: readonly PlanRow[]; limited: readonly string[] };

// A campaign of a book does not change: its next revision is another object.
const candidates = new WeakMap<CampaignBook, Candidates>();

/** The campaign's rows with its fallback, and the targets among them whose calls at once are limited. */
const toCandidates = (campaign: CampaignBook): Candidates => {
  const known = candidates.get(campaign);
  if (known !== undefined) return known;
  const rows = campaign.fallback === null ? campaign.rows : [...campaign.rows, campaign.fallback];
  const limited = rows
    .filter(({ concurrencyMax }) => concurrencyMax !== null)
    .map(({ targetId }) => targetId);
  const found = { rows, limited };
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

/** Asks the engine, takes the slot it wants, and asks again without the target when another call was faster. */
export const decide = async (parts: LiveParts, question: Question): Promise<Decided> => {
  const { entry, state, trigger, at } = question;
  const { accountId, callId } = state;
  const campaign = findCampaign(entry, state);
  // What the webhook has just ended is recorded with the decision, and must not count in it.
  if (state.attempts.length > 0) await settleSlots(parts.capacity, state);
  const inUse = await readInUse(parts, accountId, campaign);
  const block = findCallerBlock(question);
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
      refused,
      seed: callId,
    });
    if (reserve === null || fact.choice.kind !== "dial") return { fact, slot: null };
    const slot = { accountId, targetId: reserve.targetId, holder: toHolder(callId, reserve.attempt) };
    const expiresAt = toSlotExpiry(fact.choice, at);
    const { targetId, holder } = slot;
    const result = await parts.capacity.reserve({
      accountId,
      targetId,
      limit: reserve.limit,
      holder,
      expiresAt,
    });
    if (result.kind === "granted") return { fact, slot };
    refused.push(reserve.targetId);
  }
};
