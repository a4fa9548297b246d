import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blockedScreens } from "#screens/blocked-screens.ts";
import { callScreens } from "#screens/call-screens.ts";
import { frameScreens } from "#screens/frame-screens.ts";
import { type FilterIds, filterScreens, makeFilter } from "#screens/filter-screens.ts";
import { readIds } from "#screens/ids.ts";
import { moneyScreens } from "#screens/money-screens.ts";
import { nounScreens } from "#screens/noun-screens.ts";
import { outsideScreens } from "#screens/outside-screens.ts";
import { capsScreens } from "#screens/caps-screens.ts";
import { agentScreens } from "#screens/agent-screens.ts";
import { dryRunScreens } from "#screens/dry-run-screens.ts";
import { planScreens } from "#screens/plan-screens.ts";
import { repeatScreens } from "#screens/repeat-screens.ts";
import { trialScreens } from "#screens/trial-screens.ts";
import { screeningScreens } from "#screens/screening-screens.ts";
import { furnishAgents } from "#support/furnish-agents.ts";
import { furnishPlans } from "#support/furnish-plans.ts";
import { openApi } from "#support/api.ts";
import { openBrowser, openPage } from "#support/browser.ts";
import { placeSceneCalls } from "#support/demo-calls.ts";
import { type DemoWorld, startDemoWorld } from "#support/demo-world.ts";
import { repository } from "#support/fresh-clone.ts";
import { type Looks, openLooks } from "#support/screens.ts";

/** Of the dashboard, packed by gzip; what opens only on demand comes later. */
const scriptBytesMax = 200_000;

const screens = [
  ...callScreens,
  ...nounScreens,
  ...capsScreens,
  ...planScreens,
  ...dryRunScreens,
  ...trialScreens,
  ...agentScreens,
  ...blockedScreens,
  ...filterScreens,
  ...screeningScreens,
  ...repeatScreens,
  ...moneyScreens,
  ...frameScreens,
];

let browser: Browser;
let world: DemoWorld;
let visitor: Looks;
let owner: Looks;
let usedLink: string;
let ids: FilterIds;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), startDemoWorld()]);
  const testCalls = await placeSceneCalls(world);
  visitor = await openLooks(browser, world.now());
  owner = await openLooks(browser, world.now());
  const { page } = await openPage(browser);
  usedLink = await world.createSignInLink();
  await page.goto(usedLink);
  await page.waitForURL(world.at("/"));
  const api = await openApi(page);
  await furnishPlans(api);
  const agents = await furnishAgents(api);
  ids = await makeFilter(api, world, await readIds(api, { testCalls, agents }, world.now()));
  await owner.enter(await page.context().cookies());
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test("every page has its picture", async () => {
  const source = await readFile(path.join(repository, "apps/web/src/pages.ts"), "utf8");
  const pages = [...source.matchAll(/export const (\w+)/g)].map(([, name]) => name);
  const shown = new Set([...outsideScreens, ...screens].map(({ page }) => page));
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((name) => !shown.has(name ?? ""))).toEqual([]);
});

test("the first page needs little script", async () => {
  const { page } = await openPage(browser);
  const scripts: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto(await world.createSignInLink());
  await page.waitForURL(world.at("/"));
  await page.getByText("Top campaigns").waitFor();
  await page.waitForLoadState("networkidle");
  const bytes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(scriptBytesMax);
});

test.each(outsideScreens)("before signing in: $name", async ({ url, ...screen }) => {
  const address = new URL(url({ usedLink }), world.at("/")).href;
  expect(await visitor.inspect({ ...screen, url: address })).toEqual([]);
});

test.each(screens)("$name", async ({ url, ...screen }) => {
  expect(await owner.inspect({ ...screen, url: world.at(url(ids)) })).toEqual([]);
});
