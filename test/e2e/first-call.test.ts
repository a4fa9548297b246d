import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { once } from "node:events";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPage, type WatchedPage } from "#support/browser.ts";
import { makeFreshClone, removeClone } from "#support/fresh-clone.ts";
import { readPlayingSeconds } from "#support/in-page.ts";
import { listAlive, listFamily } from "#support/processes.ts";
import { getFreePorts, type Ports, type Product, startProduct } from "#support/product.ts";
import { getCard, toCents } from "#support/reading.ts";
import { until } from "@ccp/test-simulation/processes/until.ts";

/** Longer than the terms of the repair campaign and its first target ask for; that one is open at all hours. */
const talkSeconds = 32;

/** Nobody of the demonstration calls from there. */
const caller = "(808) 555-0143";

/** The call's row once it has ended. */
const isBooked = /Converted(?!, live).*\(808\) 555-0143/;

let clone: string;
let ports: Ports;
let browser: Browser;
let product: Product;
let opened: WatchedPage;
let page: Page;
/** The address of the call's page. */
let callUrl: string;
/** What the call earned, as its page told it. */
let money: string;

beforeAll(async () => {
  [clone, ports, browser] = await Promise.all([makeFreshClone(), getFreePorts(), openBrowser()]);
});

afterAll(async () => {
  await product?.cutPower();
  await browser?.close();
  await removeClone(clone);
});

const at = (pathname: string): string => `http://localhost:${ports.server}${pathname}`;

const tell = (what: string, fromMs: number): void => {
  process.stdout.write(`${what}: ${((performance.now() - fromMs) / 1000).toFixed(1)} s\n`);
};

/** Starts the product and opens the printed link; resolves with where that led. */
const startAndSignIn = async (): Promise<string> => {
  const fromMs = performance.now();
  product = startProduct(clone, ports);
  const link = await product.untilOpen();
  tell("npm start to the printed link", fromMs);
  opened = await openPage(browser);
  page = opened.page;
  await page.goto(link);
  await page.waitForURL(at("/"));
  return link;
};

test("Ctrl-C in the middle of the first install leaves nothing running", async () => {
  product = startProduct(clone, ports);
  const modules = path.join(clone, "node_modules");
  await until(() => existsSync(modules) && readdirSync(modules).length > 50, {
    timeoutMs: 60_000,
    describe: () => `The install has not begun:\n${product.read()}`,
  });
  expect(await product.pressCtrlC()).toEqual([]);
});

test("npm start finishes the install, builds, and prints an address and a link that signs in", async () => {
  const link = await startAndSignIn();
  expect(product.read()).toContain("Installing dependencies");
  expect(product.read()).toContain(`CallCenter Pro is open at http://localhost:${ports.server}`);
  expect(product.read()).not.toMatch(/"level":[456]0/);
  await page.getByRole("button", { name: "Pause demo calls" }).click();
  await page.getByRole("button", { name: "Resume demo calls" }).waitFor();

  const another = await openPage(browser);
  await another.page.goto(link);
  await another.page.getByText("this one was used or has expired").waitFor();
  await another.page.context().close();
});

test("a test call is placed from the console and its steps are seen as they happen", async () => {
  const log = await openPage(browser, { storageState: await page.context().storageState() });
  await log.page.goto(at("/calls"));
  await log.page.getByRole("heading", { name: "Call log" }).waitFor();

  await page.getByRole("link", { name: "Test call", exact: true }).click();
  await page.getByLabel("Caller", { exact: true }).fill(caller);
  await page.getByLabel("Number to dial").click();
  await page.getByRole("option", { name: /\(312\) 555-0103/ }).click();
  await page.getByRole("button", { name: "Place the call" }).click();

  await page.getByText("Ringing Cool Air dispatch").waitFor();
  await page.getByText(/^Talking with Cool Air dispatch/).waitFor();
  await page.getByText("The caller is connected").waitFor();
  await page.getByRole("button", { name: "5", exact: true }).click();
  expect(await page.getByLabel("Keys pressed").textContent()).toBe("5");
  await page.getByText("The caller presses 5").waitFor();

  await log.page.getByRole("row", { name: /In progress.*\(808\) 555-0143/ }).waitFor();
  await page.getByText(new RegExp(`^0:${talkSeconds}$`)).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Hang up" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hang up" }).click();
  await page.getByText("The call is over").waitFor();
  await page.getByText(/^Cool Air dispatch took the call and talked for \d+ s\.$/).waitFor();

  await log.page.getByRole("row", { name: isBooked }).waitFor();
  expect(log.complaints).toEqual([]);
  await log.page.context().close();
});

test("the call's page says why it went there, what each candidate was, and what it earned", async () => {
  await page.getByRole("link", { name: "Why it went there" }).click();
  await page.getByRole("heading", { name: `Call from ${caller}` }).waitFor();
  callUrl = page.url();
  await page
    .getByText(/^Went to Cool Air dispatch because it was the only open target at priority 1/)
    .waitFor();

  const rows = page.getByRole("region", { name: /Candidates/ }).getByRole("row");
  const trace = await rows.allTextContents();
  expect(trace).toHaveLength(5);
  expect(trace.filter((row) => row.includes("Chosen"))).toHaveLength(1);
  for (const target of ["Cool Air dispatch", "Reliable east", "Reliable west", "Overflow desk"]) {
    expect(trace.join("\n")).toContain(target);
  }

  const amounts = (await getCard(page, "Money").locator("dd").allTextContents()).map(toCents);
  expect(amounts).toEqual([3250, 5500, 2250]);
  money = (await getCard(page, "Money").textContent()) ?? "";
});

test("the recording plays", async () => {
  const card = getCard(page, "Recording");
  await card.getByRole("button", { name: "Play" }).click();
  const readSeconds = (): Promise<number> => page.evaluate<number>(readPlayingSeconds);
  await until(async () => (await readSeconds()) > talkSeconds - 2, {
    timeoutMs: 10_000,
    describe: () => "The recording has not begun to play.",
  });
  await card.getByRole("button", { name: "Pause" }).click();
  expect(opened.complaints).toEqual([]);
});

test("Ctrl-C ends every process that was started", async () => {
  expect((await listFamily(product.pid)).length).toBeGreaterThan(4);
  expect(await product.pressCtrlC()).toEqual([]);
  expect(await product.untilEnded()).toBe(0);
});

test("after the next start all is still there, and the session is still signed in", async () => {
  const fromMs = performance.now();
  product = startProduct(clone, ports);
  await product.untilOpen();
  tell("second npm start", fromMs);
  expect(product.read()).not.toMatch(/Installing|Built/);

  await page.goto(callUrl);
  await page.getByText(/^Went to Cool Air dispatch because/).waitFor();
  expect(await getCard(page, "Money").textContent()).toBe(money);
  await getCard(page, "Recording").getByRole("button", { name: "Play" }).waitFor();
  await page.getByRole("link", { name: "Call log" }).first().click();
  await page.getByRole("row", { name: isBooked }).waitFor();
});

test("when the starting script dies without a word, all it started ends by itself", async () => {
  const family = await listFamily(product.pid);
  const [npm = 0, script = 0] = family;
  process.kill(npm, "SIGKILL");
  process.kill(script, "SIGKILL");
  await until(async () => (await listAlive(family)).length === 0, {
    timeoutMs: 15_000,
    describe: () => "Processes were left behind.",
  });
});

test("a run that was cut off is taken up by the next start", async () => {
  product = startProduct(clone, ports);
  await product.untilOpen();
  await product.cutPower();
  expect(await readFile(path.join(clone, "data/postgres/postmaster.pid"), "utf8")).not.toBe("");
  await startAndSignIn();
  await page.goto(at("/calls"));
  await page.getByRole("row", { name: isBooked }).waitFor();
});

test.each(["server", "simulator"] as const)(
  "a taken port of the %s is said in one sentence",
  async (taken) => {
    expect(await product.pressCtrlC()).toEqual([]);
    const squatter: Server = createServer().listen(ports[taken]);
    await once(squatter, "listening");
    product = startProduct(clone, ports);
    const code = await product.untilEnded();
    squatter.close();
    expect(code).toBe(1);
    expect(product.read()).toContain(`Port ${ports[taken]} is taken.`);
    expect(product.read()).not.toMatch(/^\s+at /m);
  },
);
