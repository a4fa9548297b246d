import type { CallCap } from "@ccp/engine";
import type { CallTruth, LegTruth } from "@ccp/simulator";
import type { ExpectedCall } from "./expected-call.ts";
import type { InstalledAccount } from "./install-plan.ts";
import { createOwnersOf, toOwnerKey, type Owner } from "./owners.ts";
import type { AccountPlan } from "./plan.ts";

/** How much of a cap was used in one period, by what really happened. */
export type CapCount = { owner: string; scope: Owner["scope"]; cap: CallCap; period: string; count: number };

/** Between the decision, by whose moment it counts, and the first ring. */
const DIAL_MS = 5_000;

const shownParts = { hour: 13, day: 10, month: 7, "all-time": 0 } as const;

/** What a clock on the owner's wall shows of the period. */
const readPeriod = (cap: CallCap, timeZone: string, at: number): string =>
  new Date(at).toLocaleString("sv-SE", { timeZone }).slice(0, shownParts[cap.period]);

const hasCome = (
  { on }: CallCap,
  leg: LegTruth,
  { connected, attempts, converted }: ExpectedCall,
  index: number,
): boolean => {
  switch (on) {
    case "dialled":
      return true;
    case "connected":
      return leg.isBridged;
    case "converted":
      return converted && attempts[index] === connected;
  }
};

/** Counts the calls of everybody who has caps from what really happened, and knows nothing of what the product counts. */
export const createCapCounts = () => {
  const ownersOf = new Map<AccountPlan, ReturnType<typeof createOwnersOf>>();
  const counts = new Map<string, CapCount>();
  const add = (found: Omit<CapCount, "count">): void => {
    const key = JSON.stringify(found);
    const entry = counts.get(key) ?? { ...found, count: 0 };
    counts.set(key, entry);
    entry.count += 1;
  };
  return {
    add: ({ history }: InstalledAccount, { children }: CallTruth, expected: ExpectedCall): void => {
      const plan = history.latest();
      const find = ownersOf.get(plan) ?? createOwnersOf(plan);
      ownersOf.set(plan, find);
      for (const [index, leg] of children.entries()) {
        const target = expected.attempts[index]?.target;
        for (const owner of target === undefined ? [] : find(target)) {
          for (const cap of owner.caps.filter((each) => hasCome(each, leg, expected, index))) {
            const period = readPeriod(cap, owner.timeZone, leg.startedAt);
            // Around the end of a period nobody but the product knows in which of the two it was decided.
            const isSure = readPeriod(cap, owner.timeZone, leg.startedAt - DIAL_MS) === period;
            if (isSure) add({ owner: toOwnerKey(plan, owner), scope: owner.scope, cap, period });
          }
        }
      }
    },
    list: (): CapCount[] => [...counts.values()],
  };
};
