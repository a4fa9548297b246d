import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openPage, type WatchedPage } from "./browser.ts";
import { findAxeFaults } from "./find-axe-faults.ts";
import { repository } from "./fresh-clone.ts";

/** A page of the product in one of its states. */
export type Screen = {
  name: string;
  url: string;
  /** A text that is only there once the page stands. */
  ready: string | RegExp;
};

type Look = { width: number; colorScheme: "light" | "dark" };

const looks: readonly Look[] = [1440, 390].flatMap((width) => [
  { width, colorScheme: "light" as const },
  { width, colorScheme: "dark" as const },
]);

const folder = path.join(repository, "screenshots");

/** The browser counts every shift that nobody caused; all of them together must be next to nothing. */
const watchShifts = `window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });`;

const shiftMax = 0.02;

const findLayoutFaults = async (page: Page, { width }: Look): Promise<string[]> => {
  const { shifts, scrollWidth } = await page.evaluate(() => ({
    shifts: (globalThis as unknown as { shifts: number }).shifts,
    scrollWidth: document.documentElement.scrollWidth,
  }));
  return [
    ...(shifts < shiftMax ? [] : [`moved by ${shifts} after the first paint`]),
    ...(scrollWidth <= width ? [] : [`is ${scrollWidth} px wide`]),
  ];
};

/** On wide screens a part of the page scrolls, so the window grows until all of it is seen. */
const takePicture = async (page: Page, name: string, { width, colorScheme }: Look): Promise<void> => {
  const height = await page.evaluate(() => {
    const parts = [...document.querySelectorAll("main *, html")];
    const hidden = parts.map((part) =>
      getComputedStyle(part).overflowY === "auto" ? part.scrollHeight - part.clientHeight : 0,
    );
    return innerHeight + Math.max(...hidden);
  });
  await page.setViewportSize({ width, height });
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
};

/** The same browser at both widths and in both themes. */
export type Looks = {
  /** Opens the screen in each, keeps pictures, and says everything that is wrong. */
  inspect(screen: Screen): Promise<string[]>;
  /** Lets whoever holds these cookies in. */
  enter(cookies: Parameters<BrowserContext["addCookies"]>[0]): Promise<void>;
};

const inspectLook = async (
  { page, complaints }: WatchedPage,
  look: Look,
  screen: Screen,
): Promise<string[]> => {
  await page.setViewportSize({ width: look.width, height: 900 });
  await page.goto(screen.url);
  await page.getByText(screen.ready).filter({ visible: true }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const faults = [...(await findLayoutFaults(page, look)), ...(await findAxeFaults(page))];
  await takePicture(page, screen.name, look);
  return [...faults, ...complaints.splice(0)].map(
    (fault) => `${screen.name} at ${look.width} ${look.colorScheme}: ${fault}`,
  );
};

export const openLooks = async (browser: Browser): Promise<Looks> => {
  const opened = await Promise.all(
    looks.map(async (look) => ({ look, ...(await openPage(browser, { colorScheme: look.colorScheme })) })),
  );
  await Promise.all(opened.map(({ page }) => page.addInitScript(watchShifts)));
  return {
    inspect: async (screen) =>
      (await Promise.all(opened.map(({ look, ...watched }) => inspectLook(watched, look, screen)))).flat(),
    enter: async (cookies) => {
      await Promise.all(opened.map(({ page }) => page.context().addCookies(cookies)));
    },
  };
};
