import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPage } from "#support/browser.ts";
import { repository } from "#support/fresh-clone.ts";
import { getFreePorts, type Ports, type Product, startProduct } from "#support/product.ts";
import { placeCall } from "#support/simulated-carrier.ts";

const other = {
  CCP_INIT_ACCOUNT: "Somebody else",
  CCP_INIT_EMAIL: "owner@other.example",
  CCP_INIT_PASSWORD: "correct horse battery",
};

let browser: Browser;
let ports: Ports;
let dataDir: string;
let product: Product;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "ccp-two-accounts-"));
  [browser, ports] = await Promise.all([openBrowser(), getFreePorts()]);
});

afterAll(async () => {
  await product?.pressCtrlC();
  await browser?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const at = (pathname: string): string => `http://localhost:${ports.server}${pathname}`;

const start = (settings: Record<string, string>): Promise<string> => {
  const command = ["node", "scripts/start.mjs"];
  product = startProduct(repository, ports, { command, settings: { DATA_DIR: dataDir, ...settings } });
  return product.untilOpen();
};

/** Places a call in the demo account, which the link leads to; resolves with its page's path. */
const makeCall = async (page: Page, link: string): Promise<string> => {
  await page.goto(link);
  await page.waitForURL(at("/calls"));
  const script = { hangsUpAfterSeconds: 1 };
  await placeCall(ports.simulator, { from: "+12025550143", to: "+12125550101", script });
  await page.getByRole("row", { name: /Caller hung up/ }).waitFor();
  await page.getByRole("row").nth(1).getByRole("link").click();
  await page.getByRole("heading", { name: "Call from (202) 555-0143" }).waitFor();
  return new URL(page.url()).pathname;
};

test("another account's user signs in by keyboard and finds nothing at the call's address", async () => {
  const owner = await openPage(browser);
  const callPath = await makeCall(owner.page, await start({}));
  expect(await product.pressCtrlC()).toEqual([]);
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
  await owner.page.getByRole("heading", { name: "Call from (202) 555-0143" }).waitFor();
});
