import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPage } from "#support/browser.ts";
import { repository } from "#support/fresh-clone.ts";
import { getFreePorts, type Ports, type Product, startProduct } from "#support/product.ts";
import { inspectScreen, type Screen } from "#support/screens.ts";
import { signInByLink } from "#support/signed-in.ts";
import { isOver, placeCall, type Script } from "#support/simulated-carrier.ts";
import { until } from "#support/until.ts";

const scriptBytesMax = 200_000;

const dental = "+12125550101";
const insurance = "+14155550105";
const answer = (talkSeconds: number) =>
  ({ kind: "answer", afterSeconds: 1, talkSeconds, hangsUp: "callee" }) as const;
const busy = { kind: "busy" } as const;

/** A call of every kind that has a look of its own. */
const calls = {
  converted: {
    from: "+12025550143",
    to: dental,
    script: { farEnds: { "+12125550111": answer(33), "+12125550112": answer(33) } },
  },
  "next-target": {
    from: "+12025550144",
    to: dental,
    script: { farEnds: { "+12125550111": busy, "+12125550112": busy, "+12125550113": answer(4) } },
  },
  apologised: {
    from: "+12025550145",
    to: insurance,
    script: { farEnds: { "+14155550131": busy, "+14155550132": { kind: "no-answer" } } },
  },
  abandoned: { from: "+12025550146", to: insurance, script: { hangsUpAfterSeconds: 1 } },
  running: {
    from: "+12025550147",
    to: "+13125550103",
    script: { farEnds: { "+13125550121": answer(600) } },
  },
} satisfies Record<string, { from: string; to: string; script: Script }>;

type CallName = keyof typeof calls;

let browser: Browser;
let product: Product;
let ports: Ports;
let dataDir: string;
let state: BrowserContextOptions["storageState"];
const callSids = new Map<CallName, string>();

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "ccp-screens-"));
  [browser, ports] = await Promise.all([openBrowser(), getFreePorts()]);
  const command = ["node", "scripts/start.mjs"];
  product = startProduct(repository, ports, { command, settings: { DATA_DIR: dataDir } });
  state = await signInByLink(browser, await product.untilOpen());
});

afterAll(async () => {
  await product?.pressCtrlC();
  await browser?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const at = (pathname: string): string => `http://localhost:${ports.server}${pathname}`;

const getSid = (name: CallName): string => callSids.get(name) ?? "";

const findCallId = async (name: CallName): Promise<string> => {
  const { page } = await openPage(browser, { ...(state !== undefined && { storageState: state }) });
  const response = await page.request.get(at(`/api/v1/test-calls/${getSid(name)}`));
  await page.context().close();
  return String(((await response.json()) as { callId: unknown }).callId);
};

const untilOver = (name: CallName): Promise<void> =>
  until(() => isOver(ports.simulator, getSid(name)), {
    timeoutMs: 60_000,
    describe: () => `The call ${name} has not ended.`,
  });

const expectFaultless = async (screen: Omit<Screen, "url" | "state"> & Partial<Screen>, pathname: string) =>
  expect(await inspectScreen(browser, { state, url: at(pathname), ...screen })).toEqual([]);

test("the call log before the first call", async () => {
  await expectFaultless({ name: "calls-empty", ready: "No calls yet" }, "/calls");
  for (const [name, call] of Object.entries(calls)) {
    callSids.set(name as CallName, await placeCall(ports.simulator, call));
  }
});

test.each([
  { name: "sign-in", ready: "Password", pathname: "/sign-in", state: undefined },
  {
    name: "sign-in-link-used",
    ready: /used or has expired/,
    pathname: "/sign-in/link?token=0",
    state: undefined,
  },
])("the page $name, for whoever is not signed in", async ({ pathname, ...screen }) => {
  const faults = await inspectScreen(browser, { url: at(pathname), ...screen });
  // The browser itself tells of the refused request.
  expect(faults.filter((fault) => !fault.includes("401 (Unauthorized)"))).toEqual([]);
});

test.each([
  { name: "test-call", ready: "Number to dial", pathname: "/test-call" },
  { name: "no-such-page", ready: "Nothing is at this address", pathname: "/nowhere" },
  { name: "calls-no-match", ready: "No calls match these filters", pathname: "/calls?caller=999999" },
  { name: "api-docs", ready: "CallCenter Pro API", pathname: "/docs" },
])("the page $name", ({ pathname, ...screen }) => expectFaultless(screen, pathname));

test("a test call while it runs", () =>
  expectFaultless(
    { name: "test-call-running", ready: "Talking with Cool Air" },
    `/test-call/${getSid("running")}`,
  ));

test("the page of a call that is under way", async () => {
  await expectFaultless({ name: "call-running", ready: "Timeline" }, `/calls/${await findCallId("running")}`);
});

test.each([
  { name: "converted", ready: "$20.00" },
  { name: "next-target", ready: "Busy" },
  { name: "apologised", ready: /heard the apology/ },
  { name: "abandoned", ready: "Caller hung up" },
] as const)("the page of a call: $name", async ({ name, ready }) => {
  await untilOver(name);
  await expectFaultless({ name: `call-${name}`, ready }, `/calls/${await findCallId(name)}`);
});

test("a test call that is over", () =>
  expectFaultless(
    { name: "test-call-over", ready: "The call is over" },
    `/test-call/${getSid("converted")}`,
  ));

test("the call log with calls", () => expectFaultless({ name: "calls", ready: "Converted" }, "/calls"));

test("the first page needs no more than 200 kB of script", async () => {
  const { page } = await openPage(browser, { ...(state !== undefined && { storageState: state }) });
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") {
      sizes.push(response.body().then((body) => gzipSync(body).length));
    }
  });
  await page.goto(at("/calls"));
  await page.getByText("Converted").first().waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  process.stdout.write(`script of the first page: ${Math.round(bytes / 1000)} kB gzip\n`);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(scriptBytesMax);
  await page.context().close();
});

/** Tabs on until the element of this name has the focus. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (text === name) return;
  }
  throw new Error(`Tab does not lead to "${name}".`);
};

test("a call is placed, watched, opened and left by keyboard alone", async () => {
  const { page, complaints } = await openPage(browser, {
    ...(state !== undefined && { storageState: state }),
  });
  await page.goto(at("/calls"));
  await page.getByText("Converted").filter({ visible: true }).first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.getByText("Number to dial").waitFor();
  await tabTo(page, "Place the call");
  await page.keyboard.press("Enter");
  await page.getByText(/^Talking with/).waitFor();
  await page.keyboard.press("7");
  await page.getByText("The caller presses 7").waitFor();
  await tabTo(page, "Hang up");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await tabTo(page, "Hang up");
  await page.keyboard.press("Enter");
  await page.getByText("The call is over").waitFor();
  await tabTo(page, "Why it went there");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Call from/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(at("/calls"));
  await page.getByText("Converted").filter({ visible: true }).first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Call from/ }).waitFor();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.waitForURL(at("/calls"));
  expect(complaints).toEqual([]);
  await page.context().close();
});
