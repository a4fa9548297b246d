import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openPage, type WatchedPage } from "./browser.ts";
import { findAxeFaults } from "./find-axe-faults.ts";
import { repository } from "./fresh-clone.ts";
import {
  readContentHeight,
  readLayout,
  readTheme,
  untilDrawn,
  untilFontsAreThere,
  watchShifts,
} from "./in-page.ts";
import { type Traffic, watchTraffic } from "./traffic.ts";
import { until } from "@ccp/test-simulation/processes/until.ts";

/** A page of the product in one of its states. */
export type Screen = {
  name: string;
  /** Its page as apps/web/src/pages.ts names it; null for what is none of them. */
  page: string | null;
  url: string;
  /** A text that is only there once the page stands. */
  ready: string | RegExp;
  /** Opens what is to be seen on it, such as a form. */
  show?: (page: Page) => Promise<unknown>;
  /** Requests that are refused, so that it is seen what is shown then. */
  failing?: string;
  /** What the browser complains about in this state, as it should. */
  complaint?: RegExp;
};

const widths = [1440, 390] as const;
const schemes = ["light", "dark"] as const;

type Width = (typeof widths)[number];
type Scheme = (typeof schemes)[number];
type Opened = WatchedPage & { width: Width; traffic: Traffic };

const folder = path.join(repository, "screenshots");

/** All shifts that nobody caused together: next to nothing. */
const shiftMax = 0.01;

const findLayoutFaults = async ({ page, width }: Opened): Promise<string[]> => {
  const { shifts, scrollWidth } = await page.evaluate<{ shifts: number; scrollWidth: number }>(readLayout);
  return [
    ...(shifts <= shiftMax ? [] : [`moved by ${shifts} after the first paint`]),
    ...(scrollWidth <= width ? [] : [`is ${scrollWidth} px wide`]),
  ];
};

/** Far longer than any renewal by the clock would wait. */
const idle = "05:00";

/** Whatever a page asks for while nobody does anything and nothing happens. */
const findRepeats = async ({ page, traffic }: Opened): Promise<string[]> => {
  const known = traffic.asked.length;
  await page.clock.fastForward(idle);
  await traffic.settled();
  return traffic.asked.slice(known).map((url) => `asks by itself for ${url}`);
};

/** On wide screens a part of the page scrolls, so the window grows until all of it is seen. */
const growToContent = async (page: Page, width: Width): Promise<void> => {
  const height = await page.evaluate<number>(readContentHeight);
  await page.setViewportSize({ width, height });
  await page.evaluate(untilDrawn);
};

/** The page shows a theme as soon as the system is said to have changed to it; documents of the server have but one. */
const showScheme = async (page: Page, colorScheme: Scheme): Promise<void> => {
  await page.emulateMedia({ colorScheme });
  await until(async () => [colorScheme, null].includes(await page.evaluate<Scheme | null>(readTheme)), {
    timeoutMs: 5_000,
    describe: () => `${page.url()} does not turn ${colorScheme}.`,
  });
};

const inspectScheme = async ({ page, width }: Opened, name: string, scheme: Scheme): Promise<string[]> => {
  await showScheme(page, scheme);
  await page.screenshot({ path: path.join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
  // The dark theme has the same parts in other colours, and those are the same at both widths.
  if (scheme === "dark" && width !== widths[0]) return [];
  const faults = await findAxeFaults(page, scheme === "light" ? "all" : "colours");
  return faults.map((fault) => `${scheme}: ${fault}`);
};

const refusal = { code: "invalid", message: "This is refused by a test.", details: [], requestId: "test" };

/** Opens the page and waits until it stands. */
const openScreen = async ({ page, traffic }: Opened, { url, ready, failing }: Screen): Promise<void> => {
  if (failing !== undefined)
    await page.route(failing, (route) => route.fulfill({ status: 400, json: refusal }));
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(url, { waitUntil: "commit" });
  const shown = page.getByText(ready).filter({ visible: true }).first();
  await until(() => shown.isVisible(), {
    timeoutMs: 30_000,
    describe: () => `${url} does not show ${ready}.`,
  });
  await traffic.settled();
  await page.evaluate(untilFontsAreThere);
  await page.unrouteAll();
};

const inspectWidth = async (opened: Opened, screen: Screen, now: number | undefined): Promise<string[]> => {
  const { page, width, traffic, complaints } = opened;
  await page.setViewportSize({ width, height: 900 });
  if (now !== undefined) await page.clock.setSystemTime(now);
  await openScreen(opened, screen);
  const faults = await findLayoutFaults(opened);
  await screen.show?.(page);
  await traffic.settled();
  await growToContent(page, width);
  for (const scheme of schemes) faults.push(...(await inspectScheme(opened, screen.name, scheme)));
  if (now !== undefined) faults.push(...(await findRepeats(opened)));
  const heard = complaints.splice(0).filter((complaint) => screen.complaint?.test(complaint) !== true);
  return [...faults, ...heard].map((fault) => `${screen.name} at ${width}: ${fault}`);
};

/** The same browser at both widths. */
export type Looks = {
  /** Opens the screen in each and in both themes, keeps pictures, and says everything that is wrong. */
  inspect(screen: Screen): Promise<string[]>;
  /** Lets whoever holds these cookies in. */
  enter(cookies: Parameters<BrowserContext["addCookies"]>[0]): Promise<void>;
};

/** With a time of its own, the browser's clock stands where the server's does. */
export const openLooks = async (browser: Browser, now?: number): Promise<Looks> => {
  await mkdir(folder, { recursive: true });
  const opened = await Promise.all(
    widths.map(async (width) => {
      const watched = await openPage(browser);
      return { ...watched, width, traffic: watchTraffic(watched.page) };
    }),
  );
  for (const { page } of opened) {
    await page.addInitScript(watchShifts);
    if (now !== undefined) await page.clock.install({ time: now });
  }
  return {
    inspect: async (screen) =>
      (await Promise.all(opened.map((each) => inspectWidth(each, screen, now)))).flat(),
    enter: async (cookies) => {
      await Promise.all(opened.map(({ page }) => page.context().addCookies(cookies)));
    },
  };
};
