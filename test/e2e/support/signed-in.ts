import type { Browser, BrowserContextOptions } from "playwright-core";
import { openPage } from "./browser.ts";

/** Opens a sign-in link; resolves with the session that other pages can be opened with. */
export const signInByLink = async (
  browser: Browser,
  link: string,
): Promise<BrowserContextOptions["storageState"]> => {
  const { page } = await openPage(browser);
  await page.goto(link);
  await page.waitForURL(/\/calls$/);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
};
