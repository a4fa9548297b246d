import { isOpenByClock } from "./is-open-by-clock.ts";
import type { Law } from "./laws.ts";
import type { TargetPlan } from "./plan.ts";

/** Between the decision and the first ring. */
const DIAL_MS = 5_000;

const isClosed = ({ hours, timeZone = "America/New_York" }: TargetPlan, at: number): boolean =>
  hours !== undefined && !isOpenByClock(hours, timeZone, at) && !isOpenByClock(hours, timeZone, at - DIAL_MS);

/** Nobody's phone rang outside of its hours. */
export const ringsInHours: Law = ({ truth: { children }, expected: { attempts } }) =>
  children.flatMap(({ startedAt }, index) => {
    const target = attempts[index]?.target;
    return target !== undefined && isClosed(target, startedAt)
      ? [`${target.name} was closed at ${new Date(startedAt).toISOString()} and rang`]
      : [];
  });

const isWanted = ({ filter }: TargetPlan, caller: string): boolean =>
  filter === undefined ||
  filter.all.every(({ any }) =>
    any.some((condition) => {
      if (condition.tag !== "InboundNumber:AreaCode" || condition.operator !== "equals-any")
        throw new Error("No plan filters by anything but area codes.");
      const isAmong = (condition.values ?? []).includes(caller.slice(2, 5));
      // Whoever withholds the number has no area code, which neither a condition nor its negation matches.
      return caller.startsWith("+1") && isAmong !== (condition.isNot ?? false);
    }),
  );

/** Nobody's phone rang for a caller that its filter does not let through. */
export const ringsForItsCallers: Law = ({ truth: { from }, expected: { attempts } }) =>
  attempts
    .filter(({ target }) => !isWanted(target, from))
    .map(({ target }) => `${target.name} does not take calls from ${from} and rang`);
