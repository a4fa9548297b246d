import type { Page } from "playwright-core";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const campaign = {
  page: "CampaignPage",
  url: ({ nouns }: Ids) => `/campaigns/${nouns.campaign}?tab=settings`,
  ready: "Repeat callers",
};

const open = (section: string) => (page: Page) =>
  page.getByRole("button", { name: new RegExp(`^${section}`) }).click();

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
};

const fillRules = async (page: Page): Promise<void> => {
  await open("Repeat callers")(page);
  await choose(page, "Calls right after the caller's last one", "Hear the apology");
  await choose(page, "Returning callers go", "Only to the target they talked with");
  await choose(page, "Repeats in the call log", "Are marked for some days");
  await choose(page, "Callers who withhold their number", "Go to the fallback only");
};

const refuseForDays = async (page: Page): Promise<void> => {
  await choose(page, "Callers who call again", "Are refused for some days");
  await page.getByRole("radio", { name: /^Once they converted/ }).click();
};

/** A call of somebody who had called before, as a campaign that asks would have it. */
const recall = async (page: Page): Promise<void> => {
  await page.route(/\/api\/v1\/calls\/[^/?]+$/, async (route) => {
    const response = await route.fetch();
    const detail = (await response.json()) as object;
    const remembered =
      "The caller had called 3 days before, to this campaign 3 days before. Last connected with a target 3 days before. Counts as a repeat.";
    await route.fulfill({ response, json: { ...detail, remembered } });
  });
  await page.reload();
  await page.getByText(/Counts as a repeat/).waitFor();
  await page.unrouteAll();
};

/** A day on which callers called again. */
const countRepeats = async (page: Page): Promise<void> => {
  await page.route(/\/api\/v1\/dashboard/, async (route) => {
    const response = await route.fetch();
    const { today, ...dashboard } = (await response.json()) as { today: { repeats: object } };
    const repeats = { ...today.repeats, value: 12 };
    await route.fulfill({ response, json: { ...dashboard, today: { ...today, repeats } } });
  });
  await page.reload();
  await page.getByRole("link", { name: /^Repeat calls/ }).waitFor();
  await page.unrouteAll();
};

/** What is done about callers who call again. */
export const repeatScreens: readonly ScreenOf<Ids>[] = [
  { ...campaign, name: "campaign-repeat-callers", show: open("Repeat callers") },
  { ...campaign, name: "campaign-repeat-callers-filled", show: fillRules },
  {
    ...campaign,
    name: "campaign-repeat-callers-refused",
    show: async (page) => {
      await fillRules(page);
      await page.getByRole("textbox", { name: "Within" }).first().fill("4000");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText(/3,?600/).waitFor();
    },
  },
  {
    ...campaign,
    name: "campaign-payout-once",
    show: async (page) => {
      await open("Payout")(page);
      await choose(page, "A caller who calls again", "Is paid for once within some days");
    },
  },
  {
    name: "target-repeat-callers",
    page: "TargetPage",
    url: ({ nouns }) => `/targets/${nouns.target}?tab=settings`,
    ready: "Callers who call again",
    show: refuseForDays,
  },
  {
    name: "buyer-repeat-callers",
    page: "BuyerPage",
    url: ({ nouns }) => `/buyers/${nouns.buyer}?tab=settings`,
    ready: "Callers who call again",
    show: refuseForDays,
  },
  {
    name: "dashboard-repeats",
    page: "DashboardPage",
    url: () => "/",
    ready: "Top campaigns",
    show: countRepeats,
  },
  {
    name: "call-log-repeats",
    page: "CallLogPage",
    url: () => "/calls?isDuplicate=true",
    ready: "Repeat",
  },
  {
    name: "call-repeat",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.notAttested}`,
    ready: "Routing",
    show: recall,
  },
];
