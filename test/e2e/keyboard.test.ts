import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createClient } from "@ccp/test-settings/world/client.ts";
import { openBrowser, openPage, type WatchedPage } from "#support/browser.ts";
import { readPresses, watchPointer } from "#support/in-page.ts";
import { createInstallation, type Installation } from "#support/installation.ts";
import { keepFailure } from "#support/keep-failure.ts";
import { createHands, type Hands } from "#support/keyboard.ts";

const owner = {
  CCP_INIT_ACCOUNT: "Acme Marketing",
  CCP_INIT_EMAIL: "olga@acme.example",
  CCP_INIT_PASSWORD: "correct horse battery",
  CCP_INIT_API_KEY: `ccp_live_${"k".repeat(40)}`,
};

let browser: Browser;
let installation: Installation;
let opened: WatchedPage;
let page: Page;
let hands: Hands;

/** Calls of the demonstration's own would come between. */
const loadQuietDemo = async (): Promise<void> => {
  const headers = { authorization: `Bearer ${owner.CCP_INIT_API_KEY}` };
  const api = createClient(new URL(installation.at("/")).origin, headers);
  await api.send("loadDemo");
  await api.send("setDemoTraffic", { body: { traffic: "paused" } });
};

beforeAll(async () => {
  [browser, installation] = await Promise.all([openBrowser(), createInstallation()]);
  await installation.start({ DEMO: "false", ...owner });
  await loadQuietDemo();
  opened = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  page = opened.page;
  hands = createHands(page);
  await page.addInitScript(watchPointer);
  await page.goto(installation.at("/sign-in"));
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await keepFailure(page, task.name);
});

afterAll(async () => {
  await browser?.close();
  await installation?.remove();
});

const untilHeading = (name: string | RegExp): Promise<void> =>
  page.getByRole("heading", { name, level: 1 }).waitFor();

const untilTold = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

/** By one of the frame's keys, once nothing that takes keys of its own is open. */
const goBy = async (key: string, title: string): Promise<void> => {
  await hands.press("g", key);
  await untilHeading(title);
};

test("1: sign in", async () => {
  await page.getByLabel("E-mail").waitFor();
  await hands.tabTo("E-mail");
  await hands.type(owner.CCP_INIT_EMAIL);
  await hands.tabTo("Password");
  await hands.type(owner.CCP_INIT_PASSWORD);
  await hands.press("Enter");
  await untilHeading("Dashboard");
});

test("2: go to a page", () => goBy("a", "Campaigns"));

test("3: find a campaign", async () => {
  await hands.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").waitFor();
  await hands.type("heating");
  // The campaign and, after it, its plan.
  await page
    .getByRole("option", { name: /Heating and cooling repair/ })
    .first()
    .waitFor();
  await hands.press("Enter");
  await untilHeading("Heating and cooling repair");
});

test("4: create a campaign", async () => {
  await hands.press("c");
  await page.getByRole("menuitem", { name: "New campaign" }).waitFor();
  await hands.press("Enter");
  await page.getByRole("list", { name: "Templates" }).waitFor();
  await hands.enter(/^Legal/);
  await page.getByRole("textbox", { name: "Name" }).waitFor();
  await hands.tabTo("Name");
  await hands.retype("Injury claims, north");
  await hands.press("Control+s");
  await untilHeading("Injury claims, north");
});

test("5: create a target", async () => {
  await hands.press("c");
  await page.getByRole("menuitem", { name: "New target" }).waitFor();
  // A menu goes to what is typed.
  await hands.type("New target");
  await hands.press("Enter");
  await page.getByRole("dialog", { name: "New target", exact: true }).waitFor();
  await hands.type("Night desk");
  await hands.enter("Buyer");
  await page.getByRole("option", { name: "Cool Air Services" }).waitFor();
  await hands.type("cool");
  await page.getByRole("option").nth(1).waitFor({ state: "detached" });
  await page.getByRole("option", { name: "Cool Air Services", selected: true }).waitFor();
  await hands.press("Enter");
  // The choice of a phone comes before its number.
  await hands.tabTo("Phone number");
  await hands.tabTo("Phone number");
  await hands.type("(312) 555-0129");
  await hands.press("Control+s");
  await untilHeading("Night desk");
});

test("6: order the targets of a campaign", async () => {
  await goBy("a", "Campaigns");
  await page.getByRole("row", { name: /Emergency dental/ }).waitFor();
  await hands.press("j", "j", "Enter");
  await untilHeading("Emergency dental");
  await hands.tabTo("Overview");
  await hands.press("ArrowRight");
  await page.getByRole("list", { name: "Targets in order" }).waitFor();
  await hands.enter("Move Family Dental front desk up");
  await untilTold("Family Dental front desk is now row 2 of 3");
  await hands.press("Control+s");
  await untilTold(/^Saved/);
});

test("7: place a test call", async () => {
  await goBy("t", "Place a test call");
  await hands.enter("Place the call");
  await untilTold(/^Talking with/);
  await hands.press("7");
  await untilTold("The caller presses 7");
  await hands.enter("Hang up");
  await page.getByRole("dialog").waitFor();
  await hands.enter("Hang up");
  await untilTold("The call is over");
});

test("8: open a call and read why it went where", async () => {
  await goBy("c", "Call log");
  await page.getByRole("link", { name: /^Call from/ }).waitFor();
  await hands.press("j", "Enter");
  await page.getByRole("tab", { name: "Summary" }).waitFor();
  await hands.tabTo("Summary");
  await hands.press("ArrowRight", "ArrowRight");
  await untilTold("When the call came in");
  await hands.press("Escape");
  await page.getByRole("tab", { name: "Summary" }).waitFor({ state: "detached" });
});

test("9: filter the call log, and clear the filter", async () => {
  await goBy("c", "Call log");
  await hands.enter("Filter");
  await page.getByRole("option", { name: "Campaign", exact: true }).waitFor();
  await hands.type("campaign");
  await hands.press("Enter");
  await page.getByRole("option", { name: "Heating and cooling repair" }).waitFor();
  await hands.type("heating");
  await page.getByRole("option", { name: "Heating and cooling repair", selected: true }).waitFor();
  await hands.press("Enter", "Escape");
  await untilTold("No calls match these filters");
  await hands.enter("Remove the filter Campaign");
  await page.getByRole("link", { name: /^Call from/ }).waitFor();
});

test("10: pause a target, and undo it", async () => {
  await goBy("r", "Targets");
  await page.getByRole("row", { name: /Bright Smile downtown/ }).waitFor();
  await hands.press("j", "Enter");
  await untilHeading("Bright Smile downtown");
  await hands.tabTo("Bright Smile downtown is active");
  await hands.press("Space");
  await untilTold("Paused Bright Smile downtown");
  await hands.press("Alt+t");
  await hands.enter("Undo");
  await untilTold("Bright Smile downtown is as before");
});

test("no mouse or finger was used, and nothing was complained about", async () => {
  expect(await page.evaluate<number>(readPresses)).toBe(0);
  expect(opened.complaints.filter((text) => !text.includes("status of 401"))).toEqual([]);
});
