import path from "node:path";
import type { Page } from "playwright-core";
import { repository } from "./fresh-clone.ts";

/** Keeps what the page showed when a test of this name failed. */
export const keepFailure = async (page: Page, name: string): Promise<void> => {
  const file = `failed-${name.replaceAll(/\W+/g, "-")}.png`;
  await page.screenshot({ path: path.join(repository, "screenshots", file) });
};
