import type { PlanGroupRow } from "@ccp/contract";
import type { Tone } from "#ui/badge.tsx";
import type { Standing } from "./standing.ts";
import type { Judge } from "./use-judge.ts";

/** A group at its place in a plan. */
export type GroupRow = Pick<PlanGroupRow, "group" | "enabled" | "hours" | "concurrencyMax">;

/** Its members as they stand at this place of the plan. */
export const judgeMembers = (
  { group, enabled, hours, concurrencyMax }: GroupRow,
  judge: Judge,
): ReturnType<Judge>[] =>
  group.members.map((member) =>
    judge(member.target, {
      enabled: enabled && group.status === "active" && member.enabled,
      hours,
      concurrencyMax,
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

/** A group takes calls as long as one of its members does. */
export const judgeGroup = (row: GroupRow, judge: Judge): GroupStanding => {
  const { group, enabled, concurrencyMax } = row;
  const members = judgeMembers(row, judge);
  const limits = group.members.map(({ target }) => concurrencyMax ?? target.concurrencyMax);
  const calls = {
    inUse: members.reduce((sum, each) => sum + each.inUse, 0),
    max: limits.reduce<number | null>(
      (sum, each) => (sum === null || each === null ? null : sum + each),
      limits.length === 0 ? null : 0,
    ),
  };
  const open = members.filter(({ kind }) => kind === "open").length;
  if (!enabled) return { kind: "off", tone: "none", text: "Off", detail: null, ...calls };
  if (group.status !== "active") {
    return { kind: "group-paused", tone: "warn", text: "Group paused", detail: null, ...calls };
  }
  if (members.length === 0) {
    return { kind: "empty", tone: "warn", text: "No members", detail: null, ...calls };
  }
  const detail = `${open} of ${members.length} open`;
  return open > 0
    ? { kind: "open", tone: "live", text: "Open", detail, ...calls }
    : { kind: "closed", tone: "none", text: "None open", detail, ...calls };
};
