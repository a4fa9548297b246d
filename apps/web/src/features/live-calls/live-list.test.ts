import type { CallSummary } from "@ccp/contract";
import { expect, test } from "vitest";
import type { BoardCall } from "./board.ts";
import { narrowCalls } from "./live-list.ts";

const campaignId = "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10";

const calls = [
  {
    id: "old",
    step: "talking",
    arrivedAt: "2026-11-23T10:00:00Z",
    campaign: { id: campaignId },
    buyer: { id: 4 },
  },
  { id: "new", step: "dialling", arrivedAt: "2026-11-23T10:05:00Z", campaign: null, buyer: { id: 4 } },
].map((call): BoardCall => ({ call: call as unknown as CallSummary, goneAt: null }));

const narrow = (query: Record<string, string>) =>
  narrowCalls(calls, { sort: "-timer", ...query }).map(({ call }) => call.id);

test("the longest-lasting call stands first unless asked otherwise", () => {
  expect(narrow({})).toEqual(["old", "new"]);
  expect(narrow({ sort: "timer" })).toEqual(["new", "old"]);
});

test("filters keep any of their values, or none of them", () => {
  expect(narrow({ step: "dialling,routing" })).toEqual(["new"]);
  expect(narrow({ step: "!dialling" })).toEqual(["old"]);
  expect(narrow({ buyerId: "4" })).toEqual(["old", "new"]);
});

test("a call without a campaign is none of any campaign", () => {
  expect(narrow({ campaignId })).toEqual(["old"]);
  expect(narrow({ campaignId: `!${campaignId}` })).toEqual(["new"]);
});
