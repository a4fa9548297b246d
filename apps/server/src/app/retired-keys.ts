import type { RouteStateKey } from "#live/route-state.ts";
import type { SealingKey } from "#sealing.ts";

/** When each key that is still listed, but no longer first, was first seen so (epoch ms). */
export type RetiredKeys = Readonly<Record<string, number>>;

/** The route state's keys. A restart does not prolong the time of one that was seen as retired before. */
export const toRouteStateKeys = (
  keys: readonly SealingKey[],
  known: RetiredKeys,
  now: number,
): RouteStateKey[] =>
  keys.map((key, index) => ({ ...key, retiredAt: index === 0 ? null : (known[key.id] ?? now) }));

export const toRetiredKeys = (keys: readonly RouteStateKey[]): RetiredKeys =>
  Object.fromEntries(keys.flatMap(({ id, retiredAt }) => (retiredAt === null ? [] : [[id, retiredAt]])));
