import type { CallEvent } from "@ccp/engine";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import type { FurnishedAccount } from "#http/testing/furnished-account.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import {
  arrivedAt,
  createSampleCall,
  type SampleCall,
  tellWholeCall,
} from "#live/drain/testing/sample-call.ts";

/** Moves a sample call to a time and to the account's nouns. */
const moveTo = (event: CallEvent, at: number, { ids }: FurnishedAccount): CallEvent => {
  const moved = { ...event, at: event.at - arrivedAt + at };
  const { fact } = event;
  if (fact.kind === "arrived") {
    const { campaign: campaignId, publisher: publisherId, number: numberId, carrierAccount } = ids;
    return {
      ...moved,
      fact: { ...fact, campaignId, publisherId, numberId, carrierAccountId: carrierAccount },
    };
  }
  if (fact.kind !== "decided" || fact.choice.kind !== "dial") return moved;
  return {
    ...moved,
    fact: { ...fact, choice: { ...fact.choice, buyerId: ids.buyer, targetId: ids.target } },
  };
};

/** Books a call of the account's nouns for each time, and gives their ids; `tell` says what happens in each. */
export const bookCallsAt = async (
  pools: Pools,
  account: FurnishedAccount,
  times: readonly number[],
  tell: (call: SampleCall) => CallEvent[] = tellWholeCall,
): Promise<string[]> => {
  const calls = times.map((at) => ({ at, call: createSampleCall(account.accountId) }));
  const events = calls.flatMap(({ at, call }) => tell(call).map((event) => moveTo(event, at, account)));
  await withAccount(pools.drain, account.accountId, (tx) => bookEvents(tx, events));
  return calls.map(({ call }) => call.callId);
};
