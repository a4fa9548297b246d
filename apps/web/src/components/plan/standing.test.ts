import { expect, test } from "vitest";
import { judgeTarget } from "./standing.ts";

const listed = {
  enabled: true,
  status: "active",
  buyer: { status: "active" },
  barred: null,
  hours: null,
  timeZone: null,
  concurrencyMax: null,
} as const;

/** Monday 12:00 in New York. */
const now = {
  at: Date.parse("2026-11-23T17:00:00Z"),
  accountZone: "America/New_York",
  inUse: 2,
  usage: undefined,
  full: null,
  currency: "USD",
};

const officeHours = {
  weekly: { mon: [{ from: "09:00", to: "10:00" }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  exceptions: [],
};

test("a target that nothing speaks against is open", () => {
  expect(judgeTarget(listed, now)).toMatchObject({ kind: "open", detail: null });
});

test("what is told is what the routing of a call meets first", () => {
  const all = {
    ...listed,
    enabled: false,
    status: "paused",
    buyer: { status: "paused" },
    barred: "Jamaica is not among the countries that this account dials",
    hours: officeHours,
    concurrencyMax: 2,
  } as const;
  const kinds = [
    all,
    { ...all, enabled: true },
    { ...all, enabled: true, status: "active" as const },
    { ...all, enabled: true, status: "active" as const, buyer: { status: "active" as const } },
    {
      ...all,
      enabled: true,
      status: "active" as const,
      buyer: { status: "active" as const },
      barred: null,
    },
    { ...listed, concurrencyMax: 2 },
  ].map((each) => judgeTarget(each, now).kind);
  expect(kinds).toEqual(["off", "target-paused", "buyer-paused", "barred", "closed", "full"]);
});

test("a target at a cap says which, with its numbers, and until when", () => {
  const cap = { on: "connected", period: "day", limit: 50, used: 50 } as const;
  const usage = {
    targetId: "a-target",
    inUse: 2,
    concurrencyMax: 2,
    concurrencyLimit: 2,
    timeZone: "America/New_York",
    balance: null,
    buyer: { name: "Acme", inUse: null, concurrencyMax: null, timeZone: "America/New_York", caps: [] },
    caps: [
      { ...cap, period: "hour", used: 3, since: null, until: null },
      { ...cap, since: "2026-11-23T05:00:00Z", until: "2026-11-24T05:00:00Z" },
    ],
  } as const;
  const standing = judgeTarget(
    { ...listed, concurrencyMax: 2 },
    { ...now, usage: { ...usage, caps: [...usage.caps], buyer: { ...usage.buyer, caps: [] } } },
  );
  expect(standing).toMatchObject({ kind: "cap-full", text: "At its cap" });
  expect(standing.detail).toMatch(/^50 of 50 connected calls this day \(America\/New_York\), until .*Nov 24/);
});

test("hours are read on the target's own clock where it has one, else on the account's", () => {
  const inHawaii = { ...listed, hours: officeHours, timeZone: "Pacific/Honolulu" };
  const inNewYork = { ...listed, hours: officeHours };
  const at = Date.parse("2026-11-23T19:30:00Z");
  expect(judgeTarget(inHawaii, { ...now, at }).kind).toBe("open");
  expect(judgeTarget(inNewYork, { ...now, at })).toMatchObject({
    kind: "closed",
    detail: "opens Monday 2026-11-30 09:00 (America/New_York)",
  });
});

test("a buyer with too little left for a call is out of balance, with the numbers", () => {
  const none = { inUse: null, concurrencyMax: null, timeZone: "UTC", caps: [] };
  const usage = {
    ...none,
    targetId: "t",
    inUse: 0,
    concurrencyLimit: null,
    buyer: { ...none, name: "Acme" },
  };
  const judge = (leftMicros: string, neededMicros: string) => {
    const balance = { leftMicros, neededMicros };
    const { kind, detail } = judgeTarget(listed, { ...now, usage: { ...usage, balance } });
    return [kind, detail];
  };
  expect(judge("3200000", "35000000")).toEqual(["out-of-balance", "3.20 left, 35.00 needed"]);
  expect(judge("0", "0")).toEqual(["out-of-balance", "0.00 left"]);
  expect(judge("35000000", "35000000")[0]).toBe("open");
  expect(judge("1", "0")[0]).toBe("open");
});

const daily = {
  kind: "cap-full",
  text: "50 of 50 connected calls this day (America/New_York)",
  until: "2026-11-24T05:00:00.000Z",
  timeZone: "America/New_York",
} as const;

test.each([
  [{ kind: "target", name: "Front desk" }, "At its cap", /^50 of 50/, undefined],
  [{ kind: "target-group", name: "Roofers" }, "Group at its cap", /^Group Roofers: 50 of 50/, "target-group"],
  [{ kind: "buyer", name: "Acme" }, "Buyer at its cap", /^Buyer Acme: 50 of 50/, undefined],
  [{ kind: "campaign", name: "Dental" }, "Campaign at its cap", /^Campaign Dental: 50 of 50/, "campaign"],
] as const)("a full cap is told by whose it is: %o", (owner, text, detail, sharedBy) => {
  const standing = judgeTarget(listed, { ...now, full: { ...daily, owner } });
  expect(standing).toMatchObject({ kind: "cap-full", text });
  expect(standing.detail).toMatch(detail);
  expect(standing.detail).toMatch(/, until Nov 24, 00:00 EST$/);
  expect(standing.sharedBy).toBe(sharedBy);
});

const busy = {
  kind: "concurrency-full",
  owner: { kind: "target-group", name: "Roofers" },
  text: "5 of 5 calls at once",
  until: null,
  timeZone: null,
} as const;

test("calls at once that are shared are told by who shares them, after what keeps all calls away", () => {
  const told = { kind: "full", text: "Group full", detail: "Group Roofers: 5 of 5 calls at once" };
  expect(judgeTarget(listed, { ...now, full: busy })).toMatchObject(told);
  expect(judgeTarget({ ...listed, status: "paused" }, { ...now, full: busy }).kind).toBe("target-paused");
});

test("a target's own calls at once are judged by the limit that stands in the form", () => {
  const full = {
    ...busy,
    owner: { kind: "target", name: "Front desk" },
    text: "2 of 2 calls at once",
  } as const;
  expect(judgeTarget({ ...listed, concurrencyMax: 9 }, { ...now, full }).kind).toBe("open");
});

test("a rate that is reached says how many calls it lets begin", () => {
  const text = "3 of 3 calls begun within a minute";
  const full = { ...busy, kind: "rate-full", owner: { kind: "target", name: "Front desk" }, text } as const;
  expect(judgeTarget(listed, { ...now, full })).toMatchObject({ text: "At its rate", detail: text });
});
