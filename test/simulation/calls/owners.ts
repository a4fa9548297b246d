import type { CallCap } from "@ccp/engine";
import type { AccountPlan, TargetPlan } from "./plan.ts";

/** Of every account of the simulation. */
const accountZone = "America/New_York";

/** Who has caps on calls and a limit of calls at once: a target by itself, or several that share them. */
export type Owner = {
  scope: "target" | "target-group" | "buyer";
  name: string;
  caps: readonly CallCap[];
  concurrencyMax: number | null;
  timeZone: string;
  has(target: TargetPlan): boolean;
};

type Given = Partial<Pick<TargetPlan, "caps" | "concurrencyMax">>;

const toLimits = ({ caps = [], concurrencyMax = null }: Given) => ({
  caps: caps.flatMap((cap) => ("limit" in cap ? [cap] : [])),
  concurrencyMax,
});

/** Everybody in the plan who may set limits. */
export const listOwners = ({ targets, groups = [], buyers = new Map() }: AccountPlan): Owner[] => [
  ...targets.map((target): Owner => ({
    ...toLimits(target),
    scope: "target",
    name: target.name,
    timeZone: target.timeZone ?? accountZone,
    has: ({ name }) => name === target.name,
  })),
  ...groups.map((group): Owner => ({
    ...toLimits(group),
    scope: "target-group",
    name: group.name,
    timeZone: accountZone,
    has: ({ name }) => group.members.includes(name),
  })),
  ...[...buyers].map(([name, buyer]): Owner => ({
    ...toLimits(buyer),
    scope: "buyer",
    name,
    timeZone: accountZone,
    has: (target) => target.buyer === name,
  })),
];

/** Whom a call to the target counts for; asked for the same plan again and again. */
export const createOwnersOf = (plan: AccountPlan): ((target: TargetPlan) => readonly Owner[]) => {
  const owners = listOwners(plan);
  const known = new Map<string, readonly Owner[]>();
  return (target) => {
    const found = known.get(target.name) ?? owners.filter((owner) => owner.has(target));
    known.set(target.name, found);
    return found;
  };
};

/** Names an owner among all accounts' targets and those who share. */
export const toOwnerKey = ({ name: account }: AccountPlan, { scope, name }: Owner): string =>
  scope === "target" ? `${account}: ${name}` : `${account}: ${scope} ${name}`;
