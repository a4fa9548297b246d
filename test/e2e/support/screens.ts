import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { findAxeFaults } from "./find-axe-faults.ts";
import { repository } from "./fresh-clone.ts";

/** A page of the product in one of its states. */
export type Screen = {
  name: string;
  url: string;
  /** A text that is only there once the page stands. */
  ready: string | RegExp;
  state: BrowserContextOptions["storageState"];
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

const inspectLook = async (browser: Browser, screen: Screen, look: Look): Promise<string[]> => {
  const { name, url, ready, state } = screen;
  const { page, complaints } = await openPage(browser, {
    viewport: { width: look.width, height: 900 },
    colorScheme: look.colorScheme,
    ...(state !== undefined && { storageState: state }),
  });
  await page.addInitScript(watchShifts);
  await page.goto(url);
  await page.getByText(ready).filter({ visible: true }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  const faults = [...(await findLayoutFaults(page, look)), ...(await findAxeFaults(page))];
  await takePicture(page, name, look);
  await page.context().close();
  return [...faults, ...complaints].map((fault) => `${name} at ${look.width} ${look.colorScheme}: ${fault}`);
};

/** Looks at the screen at both widths and in both themes, keeps pictures, and says everything that is wrong. */
export const inspectScreen = async (browser: Browser, screen: Screen): Promise<string[]> =>
  (await Promise.all(looks.map((look) => inspectLook(browser, screen, look)))).flat();
