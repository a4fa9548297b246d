import { type BlockList, compileBlocks } from "@ccp/engine";
import type { BlockedList, SnapshotEntry } from "./snapshot.ts";

// A list does not change: the account's next one is another object.
const compiled = new WeakMap<BlockedList, BlockList>();

/** The account's blocked callers ready for look-ups, compiled once for each list; undefined where nobody is blocked. */
export const blocksOf = ({ blocked }: SnapshotEntry): BlockList | undefined => {
  if (blocked === undefined) return undefined;
  const known = compiled.get(blocked);
  if (known !== undefined) return known;
  const list = compileBlocks(blocked.entries);
  compiled.set(blocked, list);
  return list;
};
