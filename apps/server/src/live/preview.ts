import {
  bookNumberKey,
  emptyCall,
  joinEvents,
  type AccountBook,
  type CallerPlace,
  type CampaignBook,
  type Trial,
} from "@ccp/engine";
import type { CallIncoming } from "#carriers/carrier.ts";
import { toEvent } from "./answer-step.ts";
import type { Capacity } from "./capacity/capacity.ts";
import { decide, type DecideParts } from "./decide.ts";
import type { BookList, CarrierAccountEntry, SnapshotEntry } from "./snapshot/snapshot.ts";
import { arrive } from "./voice.ts";

/** A call that nobody makes: who would call what, and when. */
export type Asked = {
  campaign: CampaignBook;
  /** As the carrier would give it. */
  from: string;
  /** One of the book's; null for a number that is nobody's in particular. */
  numberId: number | null;
  /** The publisher behind the call where no number says it. */
  publisherId: string | null;
  place: CallerPlace;
  stirVerstat: string | null;
  /** The value lists that the campaign's filters ask for; those of the book where it is absent. */
  lists?: readonly BookList[];
  /** Epoch ms at which it would come. */
  at: number;
  /** What stands for the call's id in the draws. */
  seed: string;
};

/** The decision, with all that it takes to make it again. */
export type Previewed = Trial & { campaign: CampaignBook };

/** Everything is read as decisions read it, and nothing is taken: whatever else there is to do is named here, not done. */
const toReader = ({
  readInUse,
  readUsed,
  readBegun,
  readMarks,
  readBalances,
  readCaller,
}: Capacity): Capacity => ({
  readInUse,
  readUsed,
  readBegun,
  readMarks,
  readBalances,
  readCaller,
  claimCaller: ({ accountId, number, call }) => readCaller({ accountId, number, but: call.callId }),
  unclaimCaller: () => Promise.resolve(),
  reserve: () => Promise.resolve({ kind: "granted", isNew: false }),
  release: () => Promise.resolve(),
  note: () => Promise.resolve(),
  listLedgerMarks: () => Promise.resolve([]),
  listCharged: () => Promise.resolve([]),
  hearLedger: () => Promise.resolve(),
  settleCharges: () => Promise.resolve(),
});

const nobodysCarrier: CarrierAccountEntry = { id: 0, carrier: "simulator", accountRef: "", authTokens: [] };

type Line = { carrierAccount: CarrierAccountEntry; to: string; numbers: AccountBook["numbers"] };

/** Whether any number says that calls of the publisher are not taken. */
const isPaused = ({ book }: SnapshotEntry, publisherId: string | null): boolean =>
  publisherId !== null &&
  Object.values(book.numbers).some(
    (number) => number.publisherId === publisherId && number.paused === "publisher",
  );

/** The number that is called, with a book of numbers in which it stands for the campaign of the question. */
const toLine = (entry: SnapshotEntry, { campaign, numberId, publisherId }: Asked): Line => {
  const found = Object.entries(entry.book.numbers).find(([, { id }]) => id === numberId);
  if (numberId === null || found === undefined) {
    const paused = isPaused(entry, publisherId) ? ({ paused: "publisher" } as const) : {};
    const number = { id: 0, campaignId: campaign.id, publisherId, ...paused };
    return { carrierAccount: nobodysCarrier, to: "", numbers: { [bookNumberKey(0, "")]: number } };
  }
  const [key, number] = found;
  const place = key.indexOf(":");
  const id = Number(key.slice(0, place));
  return {
    carrierAccount: entry.carrierAccounts.find((each) => each.id === id) ?? { ...nobodysCarrier, id },
    to: key.slice(place + 1),
    numbers: { [key]: { ...number, campaignId: campaign.id } },
  };
};

const toIncoming = ({ from, place, stirVerstat }: Asked, to: string): CallIncoming => ({
  kind: "call.incoming",
  accountRef: "",
  callRef: "",
  from,
  to,
  place,
  stirVerstat,
  failure: null,
});

/**
 * The decision that the live path would make if the call of the question came in, from the numbers as they are read at
 * this moment. Nothing is reserved, counted or written down; of a later moment it knows the hours and the caps'
 * periods, and takes the calls in progress for those of now.
 */
export const previewDecision = async (
  parts: DecideParts,
  entry: SnapshotEntry,
  asked: Asked,
): Promise<Previewed> => {
  const { campaign, at, seed, lists } = asked;
  const { carrierAccount, to, numbers } = toLine(entry, asked);
  const book = { ...entry.book, numbers, campaigns: { ...entry.book.campaigns, [campaign.id]: campaign } };
  const own = { ...entry, book, ...(lists !== undefined && { lists }) };
  const reading = { ...parts, capacity: toReader(parts.capacity) };
  const event = toIncoming(asked, to);
  const arrived = await arrive(reading, { entry: own, carrierAccount }, { event, callId: seed, at });
  const call = emptyCall(seed, book.accountId);
  const state = joinEvents(call, [toEvent(call, at, arrived)]);
  const { fact: decided } = await decide(reading, { entry: own, state, trigger: { kind: "arrived" }, at });
  return { campaign, arrived, at, decided };
};
