import type { Locator, Page } from "playwright-core";

/** The card under this heading. */
export const getCard = (page: Page, heading: string): Locator =>
  page
    .locator("section")
    .filter({ has: page.getByRole("heading", { level: 2, name: heading, exact: true }) })
    // A part of the page may hold the card: the innermost is the card itself.
    .last();

/** Money as the page shows it, in cents. */
export const toCents = (text: string): number => Math.round(Number(text.replaceAll(/[^\d.-]/g, "")) * 100);
