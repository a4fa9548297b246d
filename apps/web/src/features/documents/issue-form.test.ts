import { expect, test } from "vitest";
import { createIssueForm, toMonthBefore, toToday } from "./issue-form.ts";

test("the month before is proposed, over a new year too", () => {
  expect(toMonthBefore("2026-03-31")).toEqual({ periodFrom: "2026-02-01", periodThrough: "2026-02-28" });
  expect(toMonthBefore("2026-01-01")).toEqual({ periodFrom: "2025-12-01", periodThrough: "2025-12-31" });
});

test("today is that of the account's clock", () => {
  const now = Date.parse("2026-11-24T02:00:00Z");
  expect(toToday(now, "America/New_York")).toBe("2026-11-23");
  expect(toToday(now, "Europe/Berlin")).toBe("2026-11-24");
});

test("an invoice is a buyer's and a statement a publisher's", () => {
  const period = { periodFrom: "2026-11-01", periodThrough: "2026-11-30" };
  expect(createIssueForm("invoice").parse({ party: "7", ...period })).toEqual({ buyerId: 7, ...period });
  const publisherId = "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0003";
  expect(createIssueForm("statement").parse({ party: publisherId, ...period })).toEqual({
    publisherId,
    ...period,
  });
});
