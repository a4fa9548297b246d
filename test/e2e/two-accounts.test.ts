import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApi } from "#support/api.ts";
import { openBrowser, openPage } from "#support/browser.ts";
import { createInstallation, type Installation } from "#support/installation.ts";
import { placeCall } from "#support/simulated-carrier.ts";

const other = {
  CCP_INIT_ACCOUNT: "Somebody else",
  CCP_INIT_EMAIL: "owner@other.example",
  CCP_INIT_PASSWORD: "correct horse battery",
};

let browser: Browser;
let installation: Installation;

beforeAll(async () => {
  [browser, installation] = await Promise.all([openBrowser(), createInstallation()]);
});

afterAll(async () => {
  await browser?.close();
  await installation?.remove();
});

/** Places a call in the demo account, which the link leads to; resolves with its page's path. */
const makeCall = async (page: Page, link: string): Promise<string> => {
  const { at, ports } = installation;
  await page.goto(link);
  await page.waitForURL(at("/"));
  await (await openApi(page)).send("setDemoTraffic", { body: { traffic: "paused" } });
  await page.getByRole("link", { name: "Call log", exact: true }).click();
  const script = { hangsUpAfterSeconds: 1 };
  await placeCall(ports.simulator, { from: "+18085550143", to: "+12125550101", script });
  await page.getByRole("row", { name: /Caller hung up.*\(808\) 555-0143/ }).waitFor();
  await page.getByRole("link", { name: /^Call from \(808\) 555-0143/ }).click();
  await page.getByRole("link", { name: "Open the full page" }).click();
  await page.getByRole("heading", { name: "Call from (808) 555-0143" }).waitFor();
  return new URL(page.url()).pathname;
};

test("another account's user signs in by keyboard and finds nothing at the call's address", async () => {
  const { at, start, stop } = installation;
  const owner = await openPage(browser);
  const callPath = await makeCall(owner.page, await start({}));
  expect(await stop()).toEqual([]);
  await start(other);

  const { page } = await openPage(browser);
  await page.goto(at(callPath));
  await page.getByLabel("E-mail").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type(other.CCP_INIT_EMAIL);
  await page.keyboard.press("Tab");
  await page.keyboard.type(other.CCP_INIT_PASSWORD);
  await page.keyboard.press("Enter");

  await page.getByText("No such call").waitFor();
  expect(new URL(page.url()).pathname).toBe(callPath);
  expect(await page.locator("body").textContent()).not.toContain("555");
  await page.getByRole("link", { name: "To the call log" }).click();
  await page.getByText("No calls yet").waitFor();

  await owner.page.reload();
  await owner.page.getByRole("heading", { name: "Call from (808) 555-0143" }).waitFor();
});
