import { withAccount } from "@ccp/server/db/transaction.ts";
import { bookEvents } from "@ccp/server/live/drain/book-events.ts";
import { createSampleCall, tellWholeCall } from "@ccp/server/live/drain/testing/sample-call.ts";
import type { Stage } from "./open-stage.ts";

/**
 * Has a call booked that came in on the first of January 2026, for which the buyer owes 30.00 and the publisher is owed
 * 20.00; answers with its id.
 */
export const bookCall = async (
  { accountId, land }: Stage,
  { buyerId, publisherId }: { buyerId: number; publisherId: string },
): Promise<string> => {
  const sample = createSampleCall(accountId);
  const events = tellWholeCall(sample).map((event) => {
    const { fact } = event;
    if (fact.kind === "arrived") return { ...event, fact: { ...fact, publisherId } };
    if (fact.kind !== "decided" || fact.choice.kind !== "dial") return event;
    return { ...event, fact: { ...fact, choice: { ...fact.choice, buyerId } } };
  });
  await withAccount(land.world.app.pools.drain, accountId, (tx) => bookEvents(tx, events));
  return sample.callId;
};
