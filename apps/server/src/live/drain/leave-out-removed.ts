import type { CallEvent } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { buryCalls } from "./statements.ts";

const findNumberId = ({ fact }: CallEvent): number | null => (fact.kind === "arrived" ? fact.numberId : null);

/** The numbers at which calls arrive among these events, each once. */
export const listNumberIds = (events: readonly CallEvent[]): number[] => {
  const ids = new Set<number>();
  for (const event of events) {
    const id = findNumberId(event);
    if (id !== null) ids.add(id);
  }
  return [...ids];
};

/**
 * The calls without those of a demonstration that was taken away, whatever is still told of them: by callbacks that
 * come late, by what was due of its own accord, or by a journal that is read once more. A call that arrived at a
 * number of such a demonstration, and was not booked by then, is known as gone from here on.
 */
export const leaveOutRemoved = async (
  tx: AccountTransaction,
  calls: ReadonlyMap<string, CallEvent[]>,
  tombstones: ReadonlySet<string>,
): Promise<ReadonlyMap<string, CallEvent[]>> => {
  if (tombstones.size === 0) return calls;
  const isBuried = (callId: string): boolean => tombstones.has(`call:${callId}`);
  const isToBury = (events: readonly CallEvent[]): boolean =>
    listNumberIds(events).some((id) => tombstones.has(`number:${id}`));
  const told = [...calls];
  const buried = told.filter(([callId, events]) => !isBuried(callId) && isToBury(events));
  const ids = buried.map(([callId]) => callId);
  if (ids.length > 0) await tx.query(buryCalls, [tx.accountId, `{${ids.join(",")}}`]);
  return new Map(told.filter(([callId]) => !isBuried(callId) && !ids.includes(callId)));
};
