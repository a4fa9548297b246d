import type { ListedTarget } from "@ccp/contract";
import { expect, test } from "vitest";
import { judgeGroup } from "./group-standing.ts";
import { judgeTarget } from "./standing.ts";
import type { Judge } from "./use-judge.ts";

const now = {
  at: Date.parse("2026-11-23T17:00:00Z"),
  accountZone: "UTC",
  inUse: 1,
  usage: undefined,
  full: null,
  currency: "USD",
};

const judge: Judge = (target, { enabled }) => ({ ...judgeTarget({ ...target, enabled }, now), inUse: 1 });

const toMember = (status: ListedTarget["status"], concurrencyMax: number | null = 2, enabled = true) => ({
  target: {
    id: "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a11",
    name: "Front desk",
    status,
    buyer: { id: 3, name: "Acme Dental", status: "active" as const },
    concurrencyMax,
    ringTimeoutSeconds: null,
    revenue: { kind: "fixed" as const, micros: "0", conversion: { kind: "connected" as const } },
    hours: null,
    timeZone: null,
    barred: null,
  },
  weight: 1,
  enabled,
});

const toRow = (members: ReturnType<typeof toMember>[], status: "active" | "paused" = "active") => ({
  group: {
    id: "0e3a2a80-1f1c-4a6e-8a53-0d7f3b2f6a22",
    name: "Desks",
    status,
    strategy: "pool" as const,
    members,
  },
  enabled: true,
  hours: null,
  concurrencyMax: null,
  priority: 1,
});

test("a group is open as long as one of its members is, and says how many are", () => {
  const row = toRow([toMember("active"), toMember("paused"), toMember("active", 2, false)]);
  expect(judgeGroup(row, judge)).toMatchObject({ text: "Open", detail: "1 of 3 open", inUse: 3, max: 6 });
  expect(judgeGroup(toRow([toMember("paused")]), judge)).toMatchObject({ text: "None open" });
});

test("a limit of the row's own is that of each member", () => {
  const row = { ...toRow([toMember("active"), toMember("active", null)]), concurrencyMax: 3 };
  expect(judgeGroup(row, judge).max).toBe(6);
});

test("a member without a limit leaves the group without one", () => {
  expect(judgeGroup(toRow([toMember("active"), toMember("active", null)]), judge).max).toBeNull();
});

test("a group that is off, paused or empty takes no calls, whatever its members do", () => {
  const members = [toMember("active")];
  expect(judgeGroup({ ...toRow(members), enabled: false }, judge).text).toBe("Off");
  expect(judgeGroup(toRow(members, "paused"), judge).text).toBe("Group paused");
  expect(judgeGroup(toRow([]), judge).text).toBe("No members");
});

const full = {
  kind: "concurrency-full",
  owner: { kind: "target-group", name: "Desks" },
  text: "3 of 3 calls at once",
  until: null,
  timeZone: null,
} as const;

const judgeFull: Judge = (target, { enabled }) => ({
  ...judgeTarget({ ...target, enabled }, { ...now, full }),
  inUse: 1,
  group: { inUse: 3, concurrencyMax: 3 },
});

test("a group at its own limit says so, with its calls, even where members are paused besides", () => {
  const row = toRow([toMember("paused"), toMember("active"), toMember("active")]);
  expect(judgeGroup(row, judgeFull)).toMatchObject({
    text: "Group full",
    detail: "Group Desks: 3 of 3 calls at once",
    inUse: 3,
    max: 3,
  });
});

test("a member is asked about at its place in the plan", () => {
  const places: unknown[] = [];
  judgeGroup({ ...toRow([toMember("active")]), priority: "2" }, (target, place) => {
    places.push([place.groupId, place.priority]);
    return judge(target, place);
  });
  expect(places).toEqual([["0e3a2a80-1f1c-4a6e-8a53-0d7f3b2f6a22", "2"]]);
});
