import {
  type Block,
  findBlock,
  stepCall,
  type CallState,
  type CampaignBook,
  type Stepped,
  type StepTrigger,
} from "@ccp/engine";
import type { Slot } from "./capacity/capacity.ts";
import type { LiveParts } from "./live-parts.ts";
import { readListed } from "./read-listed.ts";
import { readNumbers } from "./read-numbers.ts";
import { settleSlots, toHolder, toSlotExpiry } from "./slots.ts";
import { blocksOf } from "./snapshot/blocks-of.ts";
import type { SnapshotEntry } from "./snapshot/snapshot.ts";

/**
 * A decision, and the slot that was taken for it, with places under caps and marks of strategies; it must be given back when the decision is
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

/**
 * Asks the engine and takes the slot, the places and the marks that it wants. When another call was faster it asks again:
 * without the target where that has no room, and with all numbers read anew where only its turn has passed.
 */
export const decide = async (parts: LiveParts, question: Question): Promise<Decided> => {
  const { entry, state, trigger, at } = question;
  const { accountId, callId } = state;
  const { capacity } = parts;
  const campaign = findCampaign(entry, state);
  // What the webhook has just ended is recorded with the decision, and must not count in it.
  if (state.attempts.length > 0) await settleSlots(capacity, state);
  const block = findCallerBlock(question);
  const listed = readListed(entry, campaign, question);
  let numbers = await readNumbers(capacity, entry.book, campaign, at);
  const refused: string[] = [];
  for (;;) {
    const { fact, reserve } = stepCall({
      state,
      campaign,
      bookRevision: entry.book.revision,
      trigger,
      block,
      at,
      ...numbers,
      listed,
      refused,
      seed: callId,
    });
    if (reserve === null || fact.choice.kind !== "dial") return { fact, slot: null };
    const slot = { accountId, targetId: reserve.targetId, holder: toHolder(callId, reserve.attempt) };
    const expiresAt = toSlotExpiry(fact.choice, at);
    const { limit, places, offer } = reserve;
    const result = await capacity.reserve({
      ...slot,
      limit,
      expiresAt,
      ...(places && { places }),
      ...(offer && { offer }),
    });
    if (result.kind === "granted") return { fact, slot: result.isNew ? slot : null };
    // A passed turn means that another call went on, so that some call always does.
    if (result.by === "mark") numbers = await readNumbers(capacity, entry.book, campaign, at);
    else refused.push(reserve.targetId);
  }
};
