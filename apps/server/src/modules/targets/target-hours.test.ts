import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const hours = {
  weekly: {
    ...closed,
    mon: [
      { from: "08:00", to: "12:00" },
      { from: "13:00", to: "24:00" },
    ],
    sat: [{ from: "22:00", to: "06:00" }],
  },
  exceptions: [{ date: "2026-12-25", label: "Christmas Day", open: [] }],
};

const update = (body: object) =>
  sendRequest(testApp.app, "updateTarget", {
    parts: { params: { id: account.ids.target }, body },
    headers: toBearer(account.keys.manager),
  });

test("hours and their zone are kept as they were given, and taken away by null", async () => {
  const given = await update({ hours, timeZone: "America/Chicago" });
  expect(given.body).toMatchObject({ hours, timeZone: "America/Chicago" });
  const renamed = await update({ concurrencyMax: 7 });
  expect(renamed.body).toMatchObject({ hours, timeZone: "America/Chicago" });
  const taken = await update({ hours: null, timeZone: null });
  expect(taken.body).toMatchObject({ hours: null, timeZone: null });
});

test("a target is always open unless hours are given", async () => {
  const { body } = await sendRequest(testApp.app, "createTarget", {
    parts: {
      body: {
        name: "Always open",
        buyerId: account.ids.buyer,
        destination: { kind: "phone", address: "+12025550142" },
      },
    },
    headers: toBearer(account.keys.manager),
  });
  expect(body).toMatchObject({ hours: null, timeZone: null });
});

const overlapping = [
  { from: "08:00", to: "12:00" },
  { from: "11:00", to: "17:00" },
];

test.each([
  [
    "hours that overlap",
    { hours: { ...hours, weekly: { ...closed, mon: overlapping } } },
    "body.hours.weekly.mon.1",
  ],
  ["a day left out", { hours: { weekly: {}, exceptions: [] } }, "body.hours.weekly.mon"],
  [
    "a time of day that is none",
    { hours: { ...hours, weekly: { ...closed, mon: [{ from: "8", to: "9" }] } } },
    "body.hours.weekly.mon.0.from",
  ],
  ["a zone that is none", { timeZone: "Mars/Olympus" }, "body.timeZone"],
])("%s is refused at its field", async (_name, patch, path) => {
  const response = await update(patch);
  expect(response.status).toBe(400);
  expect(response.body.details[0].path).toBe(path);
});
