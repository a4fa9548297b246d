import { type BlockedCaller, type BlockList, compileBlocks } from "@ccp/engine";
import type { SnapshotEntry } from "./snapshot.ts";

// A list does not change: the account's next one is another array.
const compiled = new WeakMap<readonly BlockedCaller[], BlockList>();

/** The account's blocked callers ready for look-ups, compiled once for each list; undefined where nobody is blocked. */
export const blocksOf = ({ blocked }: SnapshotEntry): BlockList | undefined => {
  if (blocked === undefined) return undefined;
  const known = compiled.get(blocked);
  if (known !== undefined) return known;
  const list = compileBlocks(blocked);
  compiled.set(blocked, list);
  return list;
};
