import type { PlanGroupRow } from "@ccp/contract";
import type { Tone } from "#ui/badge.tsx";
import type { Standing } from "./standing.ts";
import type { Judge } from "./use-judge.ts";

/** A group at its place in a plan. */
export type GroupRow = Pick<PlanGroupRow, "group" | "enabled" | "hours" | "concurrencyMax"> & {
  /** May still be being typed. */
  priority: number | string;
};

/** Its members as they stand at this place of the plan. */
export const judgeMembers = (
  { group, enabled, hours, concurrencyMax, priority }: GroupRow,
  judge: Judge,
): ReturnType<Judge>[] =>
  group.members.map((member) =>
    judge(member.target, {
      enabled: enabled && group.status === "active" && member.enabled,
      hours,
      concurrencyMax,
      priority,
      groupId: group.id,
    }),
  );

type GroupStanding = {
  kind: Standing["kind"] | "group-paused" | "empty";
  tone: Tone;
  text: string;
  detail: string | null;
  /** Calls of its members, whatever brought them; null: no limit. */
  inUse: number;
  max: number | null;
};

/** The group's own limit where it has one that is less than its members' together, else theirs. */
const toCalls = ({ group, concurrencyMax }: GroupRow, members: readonly ReturnType<Judge>[]) => {
  const limits = group.members.map(({ target }) => concurrencyMax ?? target.concurrencyMax);
  const max = limits.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    limits.length === 0 ? null : 0,
  );
  const own = members[0]?.group ?? null;
  return own !== null && (max === null || own.concurrencyMax <= max)
    ? { inUse: own.inUse, max: own.concurrencyMax }
    : { inUse: members.reduce((sum, each) => sum + each.inUse, 0), max };
};

/** A group takes calls as long as one of its members does. */
export const judgeGroup = (row: GroupRow, judge: Judge): GroupStanding => {
  const { group, enabled } = row;
  const members = judgeMembers(row, judge);
  const calls = toCalls(row, members);
  const open = members.filter(({ kind }) => kind === "open").length;
  if (!enabled) return { kind: "off", tone: "none", text: "Off", detail: null, ...calls };
  if (group.status !== "active") {
    return { kind: "group-paused", tone: "warn", text: "Group paused", detail: null, ...calls };
  }
  if (members.length === 0) {
    return { kind: "empty", tone: "warn", text: "No members", detail: null, ...calls };
  }
  const shared = members.find(({ sharedBy }) => sharedBy !== undefined);
  if (open === 0 && shared !== undefined) {
    const { kind, tone, text, detail } = shared;
    return { kind, tone, text, detail, ...calls };
  }
  const detail = `${open} of ${members.length} open`;
  return open > 0
    ? { kind: "open", tone: "live", text: "Open", detail, ...calls }
    : { kind: "closed", tone: "none", text: "None open", detail, ...calls };
};
