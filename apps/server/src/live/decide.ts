import {
  asksAtDial,
  type Block,
  findBlock,
  isBridged,
  stepCall,
  toScope,
  type CallState,
  type CampaignBook,
  type Recall,
  type RememberedCall,
  type DialChoice,
  type Stepped,
  type StepTrigger,
  toRecall,
  toRemembered,
} from "@ccp/engine";
import { findCallerNumber } from "./callers.ts";
import type { Reservation, ReservationResult, Slot } from "./capacity/capacity.ts";
import type { LiveParts } from "./live-parts.ts";
import { readListed } from "./read-listed.ts";
import { readNumbers } from "./read-numbers.ts";
import { settleSlots, toHolder, toSlotExpiry } from "./slots.ts";
import { blocksOf } from "./snapshot/blocks-of.ts";
import type { SnapshotEntry } from "./snapshot/snapshot.ts";

/**
 * A decision, and the slots that were taken for it, with places under caps and marks of strategies; they must be given
 * back when the decision is not recorded. Without those that were held already: they belong to a write that is not over.
 */
export type Decided = { fact: Stepped["fact"]; slots: readonly Slot[] };

/** What of the live path a decision needs. */
export type DecideParts = Pick<LiveParts, "capacity">;

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
 * Frees the slots of what the webhook has just ended: it is recorded with the decision, and must not count in it. But an
 * agent's conversation is followed by no further dial, and whoever saw its slot free before its end is recorded would not
 * know of the wrap-up.
 */
const freeEnded = (capacity: LiveParts["capacity"], state: CallState): Promise<void> => {
  const attempts = state.attempts.filter((each) => each.buyerId !== null || !isBridged(each));
  return settleSlots(capacity, { ...state, attempts });
};

type Refusal = Extract<ReservationResult, { kind: "refused" }>;

/** Whether the target itself has no room, and not only somebody whose limits, money or turns others share. */
const isItsOwn = (refusal: Refusal, targetId: string): boolean => {
  switch (refusal.by) {
    case "concurrency":
      return refusal.key === targetId;
    case "cap":
      return toScope(refusal.counter) === "target";
    case "rate":
      return true;
    case "balance":
    case "mark":
    case "caller":
      return false;
  }
};

/** The caller's other calls as they are now; `reads` where the decision depends on them. */
type Caller = { number: string; calls: readonly RememberedCall[]; reads: boolean };

/** Null where nothing of the account depends on who has called before, or nobody can know the caller. */
const readCaller = async (
  { capacity }: DecideParts,
  { entry: { book }, state }: Question,
  campaign: CampaignBook | null,
): Promise<Caller | null> => {
  const number = findCallerNumber(book, state.arrived);
  if (number === null || campaign === null) return null;
  const calls = await capacity.readCaller({ accountId: book.accountId, number, but: state.callId });
  return { number, calls, reads: asksAtDial(campaign) };
};

const findRecall = (caller: Caller | null, campaign: CampaignBook | null): Recall | undefined =>
  caller?.reads === true ? toRecall(caller.calls, campaign?.id ?? null) : undefined;

/** The call with dials of which nothing is heard yet, for others of its caller to see. */
const toClaim = (
  caller: Caller | null,
  { state, at }: Question,
  reserves: Stepped["reserves"],
): Pick<Reservation, "caller"> => {
  const known = toRemembered(state)?.call;
  if (caller === null || known === undefined) return {};
  const dials = reserves.map(({ targetId, buyerId }) => {
    return { targetId, buyerId, at, standing: "ringing" } as const;
  });
  const call = { ...known, dials: [...known.dials, ...dials] };
  return { caller: { number: caller.number, call, asRead: caller.reads ? caller.calls : null } };
};

type Taken =
  | { kind: "granted"; slots: Slot[] }
  | { kind: "refused"; by: "numbers" | "room"; targetId: string };

type Wanted = { reserves: Stepped["reserves"]; choice: DialChoice; claim: Pick<Reservation, "caller"> };

/** What a leg takes besides its slot. */
const toWants = ({ shared, places, rate, balance, offer }: Stepped["reserves"][number]) => ({
  ...(shared && { shared }),
  ...(places && { places }),
  ...(rate && { rate }),
  ...(balance && { balance }),
  ...(offer && { offer }),
});

/** Takes what a dial wants for all of its legs, or nothing. */
const reserveAll = async (
  capacity: LiveParts["capacity"],
  { reserves, choice, claim }: Wanted,
  { accountId, callId, at }: { accountId: string; callId: string; at: number },
): Promise<Taken> => {
  const slots: Slot[] = [];
  for (const wanted of reserves) {
    const { targetId, attempt, limit } = wanted;
    const slot = { accountId, targetId, holder: toHolder(callId, attempt) };
    const result = await capacity.reserve({
      ...slot,
      limit,
      expiresAt: toSlotExpiry(choice, at),
      ...toWants(wanted),
      ...claim,
    });
    if (result.kind === "granted") {
      if (result.isNew) slots.push(slot);
      continue;
    }
    for (const taken of slots) await capacity.release(taken);
    // What the legs before it have taken of others' limits or money is no other when it is read again.
    const isAlone = result.by === "mark" || result.by === "caller" || reserves[0]?.attempt === attempt;
    const isStale = isAlone && !isItsOwn(result, targetId);
    return { kind: "refused", by: isStale ? "numbers" : "room", targetId };
  }
  return { kind: "granted", slots };
};

/**
 * Asks the engine and takes the slots, the places and the marks that it wants. When another call was faster it asks again:
 * without the target where that has no room, and with all numbers read anew where others took what they share.
 */
export const decide = async (parts: DecideParts, question: Question): Promise<Decided> => {
  const { entry, state, trigger, at } = question;
  const { accountId, callId } = state;
  const { capacity } = parts;
  const campaign = findCampaign(entry, state);
  if (state.attempts.length > 0) await freeEnded(capacity, state);
  const block = findCallerBlock(question);
  const listed = readListed(entry, campaign, question);
  const read = {
    book: entry.book,
    campaign,
    at,
    arriving: trigger.kind === "arrived" ? state.arrived : null,
  };
  let numbers = await readNumbers(capacity, read);
  let caller = await readCaller(parts, question, campaign);
  const refused: string[] = [];
  for (;;) {
    const { fact, reserves } = stepCall({
      state,
      campaign,
      bookRevision: entry.book.revision,
      trigger,
      block,
      at,
      ...numbers,
      recall: findRecall(caller, campaign),
      listed,
      refused,
      seed: callId,
    });
    if (reserves.length === 0 || fact.choice.kind !== "dial") return { fact, slots: [] };
    const wanted = { reserves, choice: fact.choice, claim: toClaim(caller, question, reserves) };
    const taken = await reserveAll(capacity, wanted, { accountId, callId, at });
    if (taken.kind === "granted") return { fact, slots: taken.slots };
    // What others took, or news of the caller, mean that another call went on, so that some call always does.
    if (taken.by === "numbers") {
      numbers = await readNumbers(capacity, read);
      caller = await readCaller(parts, question, campaign);
    } else refused.push(taken.targetId);
  }
};
