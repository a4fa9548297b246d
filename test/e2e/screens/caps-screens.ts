import type { Page } from "playwright-core";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const target = {
  page: "TargetPage",
  url: ({ nouns }: Ids) => `/targets/${nouns.target}?tab=settings`,
  ready: "Bright Smile downtown",
};

const fill = (page: Page, label: string, text: string) =>
  page.getByRole("textbox", { name: label }).fill(text);

/** Caps and calls at once of those who have them. */
export const capsScreens: readonly ScreenOf<Ids>[] = [
  {
    ...target,
    name: "target-calls-by-hour",
    show: async (page) => {
      await page
        .getByRole("group", { name: "Calls at once by the hour" })
        .getByRole("button", { name: "Set here" })
        .click();
      await fill(page, "Monday", "8-18: 5, 18-24: none");
      await page
        .getByRole("group", { name: "How fast calls are begun" })
        .getByRole("button", { name: "Set here" })
        .click();
    },
  },
  {
    ...target,
    name: "target-calls-by-hour-refused",
    show: async (page) => {
      await page
        .getByRole("group", { name: "Calls at once by the hour" })
        .getByRole("button", { name: "Set here" })
        .click();
      await fill(page, "Monday", "18-8: 5");
      await page.getByRole("button", { name: "Save target" }).click();
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    name: "buyer-caps",
    page: "BuyerPage",
    url: ({ nouns }) => `/buyers/${nouns.buyer}?tab=settings`,
    ready: "Calls at once",
    show: async (page) => {
      await fill(page, "Revenue a day", "900");
      await fill(page, "Converted calls a month", "40");
      await page.getByRole("radiogroup", { name: /A cap on revenue/ }).waitFor();
    },
  },
  {
    name: "publisher-caps",
    page: "PublisherPage",
    url: ({ nouns }) => `/publishers/${nouns.publisher}?tab=settings`,
    ready: "Payout caps",
    show: (page) => fill(page, "Payout a month", "5,000"),
  },
  {
    name: "target-group-caps",
    page: "TargetGroupPage",
    url: ({ nouns }) => `/target-groups/${nouns["target-group"]}?tab=settings`,
    ready: "Caps and calls at once",
    show: async (page) => {
      await page.getByRole("button", { name: /^Caps and calls at once/ }).click();
      await fill(page, "Connected calls a day", "50");
    },
  },
  {
    name: "campaign-settings-caps",
    page: "CampaignPage",
    url: ({ nouns }) => `/campaigns/${nouns.campaign}?tab=settings`,
    ready: "Emergency dental",
    show: async (page) => {
      await page.getByRole("button", { name: /^Caps/ }).click();
      await fill(page, "Connected calls a day", "200");
    },
  },
];
