import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPage, type WatchedPage } from "#support/browser.ts";
import { repository } from "#support/fresh-clone.ts";
import { getFreePorts, type Ports, type Product, startProduct } from "#support/product.ts";
import { type Looks, openLooks, type Screen } from "#support/screens.ts";
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
let looks: Looks;
/** Signed in once the screens before that have been looked at. */
let own: WatchedPage;
const callSids = new Map<CallName, string>();

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "ccp-screens-"));
  [browser, ports] = await Promise.all([openBrowser(), getFreePorts()]);
  [looks, own] = await Promise.all([openLooks(browser), openPage(browser)]);
  const command = ["node", "scripts/start.mjs"];
  product = startProduct(repository, ports, { command, settings: { DATA_DIR: dataDir } });
  await product.untilOpen();
});

afterAll(async () => {
  await product?.pressCtrlC();
  await browser?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const at = (pathname: string): string => `http://localhost:${ports.server}${pathname}`;

const getSid = (name: CallName): string => callSids.get(name) ?? "";

const findCallId = async (name: CallName): Promise<string> => {
  const response = await own.page.request.get(at(`/api/v1/test-calls/${getSid(name)}`));
  return String(((await response.json()) as { callId: unknown }).callId);
};

const untilOver = (name: CallName): Promise<void> =>
  until(() => isOver(ports.simulator, getSid(name)), {
    timeoutMs: 60_000,
    describe: () => `The call ${name} has not ended.`,
  });

const expectFaultless = async (screen: Omit<Screen, "url">, pathname: string): Promise<void> =>
  expect(await looks.inspect({ url: at(pathname), ...screen })).toEqual([]);

/** The browser itself tells of a request that was refused, as it should be. */
const withoutRefusal = (faults: readonly string[], status: number): string[] =>
  faults.filter((fault) => !fault.includes(`the server responded with a status of ${status}`));

test("the sign-in page", async () => {
  const faults = await looks.inspect({ name: "sign-in", ready: "Password", url: at("/sign-in") });
  expect(withoutRefusal(faults, 401)).toEqual([]);
});

test("the page of a link that was used", async () => {
  const url = await product.untilOpen();
  await own.page.goto(url);
  await own.page.waitForURL(at("/calls"));
  const faults = await looks.inspect({ name: "sign-in-link-used", ready: /used or has expired/, url });
  expect(withoutRefusal(faults, 401)).toEqual([]);
});

test("the call log before the first call", async () => {
  await looks.enter(await own.page.context().cookies());
  await expectFaultless({ name: "calls-empty", ready: "No calls yet" }, "/calls");
  for (const [name, call] of Object.entries(calls)) {
    callSids.set(name as CallName, await placeCall(ports.simulator, call));
  }
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

test("the first page needs no more than 200 kB of script", async () => {
  const { page } = await openPage(browser, { storageState: await own.page.context().storageState() });
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") {
      sizes.push(response.body().then((body) => gzipSync(body).length));
    }
  });
  await page.goto(at("/calls"));
  await page.getByText("(202) 555-0147").first().waitFor();
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
  const { page, complaints } = own;
  await page.goto(at("/calls"));
  await page.getByText("(202) 555-0147").filter({ visible: true }).first().waitFor();
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
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByText("The call is over").waitFor();
  await tabTo(page, "Why it went there");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Call from/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(at("/calls"));
  await page.getByText("(202) 555-0147").filter({ visible: true }).first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Call from/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(at("/calls"));
  expect(complaints).toEqual([]);
});

test.each([
  { name: "abandoned", ready: "Caller hung up" },
  { name: "next-target", ready: "Busy" },
  { name: "apologised", ready: /heard the apology/ },
  { name: "converted", ready: /^\$2[04]\.00$/ },
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
