import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { downloadRows, readRows } from "#first-day/call-file.ts";
import {
  addTargets,
  createBuyer,
  createCampaign,
  createNumber,
  createTarget,
  findStep,
  goTo,
  openNoun,
  placeTestCall,
  setUpOwner,
  signIn,
  untilTold,
} from "#first-day/operator.ts";
import { openBrowser, openPage, type WatchedPage } from "#support/browser.ts";
import { keepFailure } from "#support/keep-failure.ts";
import { countStreamChunks } from "#support/heartbeats.ts";
import { createInstallation, type Installation } from "#support/installation.ts";
import { getCard } from "#support/reading.ts";
import { watchTraffic } from "#support/traffic.ts";
import { until } from "@ccp/test-simulation/processes/until.ts";

const owner = { name: "Olga Owner", email: "olga@acme.example", password: "correct horse battery" };
const buyer = "Bright Smiles";
const front = { name: "Front desk", phone: "(212) 555-0111" };
const back = { name: "Back office", phone: "(212) 555-0112" };
const campaign = "City dental";
const number = "(212) 555-0161";

let browser: Browser;
let installation: Installation;
let opened: WatchedPage;
let page: Page;

beforeAll(async () => {
  [browser, installation] = await Promise.all([openBrowser(), createInstallation()]);
  const link = await installation.start({ DEMO: "false", CARRIER: "simulator" });
  opened = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  page = opened.page;
  await page.goto(link);
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await keepFailure(page, task.name);
});

afterAll(async () => {
  await browser?.close();
  await installation?.remove();
});

/** The page of this caller's call, by its drawer beside the log. */
const openCall = async (caller: string): Promise<void> => {
  await goTo(page, "Call log");
  await page.getByRole("searchbox").fill(caller.slice(-4));
  await page.getByRole("row").nth(1).waitFor();
  await page.getByRole("link", { name: `Call from ${caller}` }).click();
  await page.getByRole("link", { name: "Open the full page" }).click();
  await page.getByRole("heading", { name: `Call from ${caller}`, level: 1 }).waitFor();
};

test("the printed link of an empty installation makes the owner and the workspace", async () => {
  await setUpOwner(page, { ...owner, workspace: "Acme Marketing" });
  expect(new URL(page.url()).pathname).toBe("/");
  await page.getByText("0 of 6 done").waitFor();
});

test("the demonstration is loaded to look around, and removed without a trace", async () => {
  await page.getByRole("button", { name: "Load demo data" }).click();
  await page.getByRole("button", { name: "Pause demo calls" }).waitFor();
  await openNoun(page, "Campaigns", "Emergency dental");

  await page.getByRole("button", { name: "Remove demo data" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByText("3 campaigns").waitFor();
  await dialog.getByRole("button", { name: "Remove demo data" }).click();
  await dialog.waitFor({ state: "detached" });
  for (const noun of ["campaigns", "publishers", "numbers", "buyers", "targets", "calls"]) {
    await goTo(page, noun === "calls" ? "Call log" : `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`);
    await page.getByText(`No ${noun} yet`).waitFor();
  }
  await goTo(page, "Dashboard");
  await page.getByText("0 of 6 done").waitFor();
});

test("the checklist leads through everything that a first call needs", async () => {
  await page.getByRole("link", { name: "Start: Connect a carrier" }).click();
  await page.getByRole("button", { name: "Connect the simulated carrier" }).click();
  await untilTold(page, "Connected the simulated carrier");
  await goTo(page, "Dashboard");
  await page.getByRole("link", { name: "Start: Add a buyer and a target" }).click();
  await createBuyer(page, buyer);
  await createTarget(page, buyer, front);
  await createTarget(page, buyer, back);
  await goTo(page, "Dashboard");
  await page.getByRole("link", { name: "Start: Create a campaign" }).click();
  await createCampaign(page, campaign);
  await addTargets(page, [front.name, back.name]);
  await goTo(page, "Dashboard");
  await page.getByRole("link", { name: "Start: Give a number to the campaign" }).click();
  await createNumber(page, { number, label: "Search ads", campaign });
  await goTo(page, "Dashboard");
  await page.getByText("5 of 6 done").waitFor();
  await page.getByRole("link", { name: "Start: Place a test call" }).waitFor();
});

test("a test call is answered, taken by the next one, and by nobody", async () => {
  const answered = { caller: "(202) 555-0141", first: "Answers", further: "Answers" } as const;
  await placeTestCall(page, answered, `${front.name} took the call and talked for 3 s.`);
  const passedOn = { caller: "(202) 555-0142", first: "Is busy", further: "Answers" } as const;
  await placeTestCall(page, passedOn, `${back.name} took the call at attempt 2 and talked for 3 s.`);
  const lost = { caller: "(202) 555-0143", first: "Is busy", further: "Is busy" } as const;
  await placeTestCall(page, lost, /heard the apology/);
  await goTo(page, "Dashboard");
  await page.getByRole("link", { name: /^Incoming calls\s*3/ }).waitFor();
  expect(await findStep(page, "Place a test call").count()).toBe(0);
});

test("the log finds the call, and its trace says why it went where", async () => {
  await openCall("(202) 555-0142");
  const trace = page.getByRole("region", { name: "Candidates, after attempt 1" });
  await trace.getByRole("row", { name: /Front desk.*Passed over.*already been tried/ }).waitFor();
  await trace.getByRole("row", { name: /Back office.*Chosen/ }).waitFor();
  await getCard(page, "Money").getByText("$40.00").first().waitFor();
});

test("the exported file holds what is on the screen", async () => {
  await goTo(page, "Call log");
  await page
    .getByRole("link", { name: /^Call from/ })
    .nth(2)
    .waitFor();
  const shown = await readRows(page);
  expect(shown).toHaveLength(4);
  expect(await downloadRows(page)).toEqual(shown);
});

test("a target is paused and at once back; while it is paused, calls go elsewhere and say so", async () => {
  await openNoun(page, "Targets", front.name);
  const findSwitch = (checked: boolean) =>
    page.getByRole("switch", { name: `${front.name} is active`, checked });
  await findSwitch(true).click();
  await untilTold(page, `Paused ${front.name}`);
  await page.getByRole("button", { name: "Undo" }).click();
  await untilTold(page, `${front.name} is as before`);

  await findSwitch(true).click();
  await findSwitch(false).waitFor();
  const detour = { caller: "(202) 555-0144", first: "Answers", further: "Answers" } as const;
  await placeTestCall(page, detour, `${back.name} took the call`);
  await openCall("(202) 555-0144");
  await page.getByRole("row", { name: /Front desk.*Passed over.*paused/i }).waitFor();
});

test("what is in use says who uses it instead of being archived", async () => {
  await openNoun(page, "Targets", front.name);
  await page.getByRole("button", { name: "Archive" }).click();
  const dialog = page.getByRole("alertdialog", { name: `${front.name} is in use` });
  await dialog.getByRole("list", { name: "Used by" }).getByRole("link", { name: campaign }).waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("of two people who edit the same, the later one sees both versions", async () => {
  const other = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  await other.page.goto(installation.at("/sign-in"));
  await signIn(other.page, owner);
  for (const each of [page, other.page]) {
    await openNoun(each, "Campaigns", campaign);
    await each.getByRole("tab", { name: "Settings" }).click();
    await each.getByRole("button", { name: /^Payout/ }).click();
    await each.getByRole("textbox", { name: "Payout", exact: true }).waitFor();
  }
  await other.page.getByRole("textbox", { name: "Payout", exact: true }).fill("22");
  await other.page.getByRole("button", { name: "Save", exact: true }).click();
  await untilTold(other.page, "Saved Payout: $15.00 a call after 2 s → $22.00 a call after 2 s");

  await page.getByRole("textbox", { name: "Payout", exact: true }).fill("33");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody changed this meanwhile" });
  await conflict.getByRole("radio", { name: /^Mine\s*\$33/ }).click();
  await conflict.getByText("$22.00 a call after 2 s").waitFor();
  await conflict.getByRole("button", { name: "Save these" }).click();
  await untilTold(page, /^Saved.*\$33\.00 a call after 2 s$/);
  await other.page.context().close();
});

test("an idle page asks for nothing; only its stream shows that it is alive", async () => {
  await goTo(page, "Dashboard");
  const countChunks = await countStreamChunks(page);
  await page.reload();
  const { asked, settled } = watchTraffic(page);
  await page.getByText("Top campaigns").waitFor();
  await settled();
  const known = asked.length;
  const from = countChunks();
  await until(() => countChunks() > from, {
    timeoutMs: 40_000,
    describe: () => "The stream has been silent for longer than its heartbeat.",
  });
  expect(asked.slice(known)).toEqual([]);
  // Nobody was signed in; what was shown was removed; somebody else saved first.
  expect(opened.complaints.filter((text) => !/status of (401|404|409)/.test(text))).toEqual([]);
});
