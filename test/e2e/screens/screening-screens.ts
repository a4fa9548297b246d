import type { Page } from "playwright-core";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const account = { page: "AccountPage", url: () => "/settings/account", ready: "Calls we take" };
const campaign = {
  page: "CampaignPage",
  url: ({ screened }: Ids) => `/campaigns/${screened}?tab=settings`,
  ready: "Calls taken",
};

const open = (section: string) => (page: Page) =>
  page.getByRole("button", { name: new RegExp(`^${section}`) }).click();

const allowSatellites = async (page: Page): Promise<void> => {
  await open("Whom we dial")(page);
  await page.getByRole("checkbox", { name: /^\+881/ }).click();
  await page.getByText(/can now have \+881 dialled/).waitFor();
};

/** As it stands after its country was taken out of the settings. */
const barTarget = async (page: Page): Promise<void> => {
  await page.route("**/api/v1/targets/*", async (route) => {
    const response = await route.fetch();
    const target = (await response.json()) as object;
    await route.fulfill({
      response,
      json: { ...target, barred: "Jamaica is not among the countries that this account dials" },
    });
  });
  await page.reload();
  await page.getByText(/^Not dialled because Jamaica/).waitFor();
  await page.unrouteAll();
};

const narrow = async (page: Page): Promise<void> => {
  await open("Calls we take")(page);
  await page.getByRole("checkbox", { name: /^Failed/ }).click();
  await page.getByRole("checkbox", { name: /^None/ }).click();
};

/** Whom an account hears and dials, and a call that was not heard. */
export const screeningScreens: readonly ScreenOf<Ids>[] = [
  { ...account, name: "account-calls-we-take", show: narrow },
  { ...account, name: "account-whom-we-dial", show: allowSatellites },
  { ...campaign, name: "campaign-calls-taken", show: open("Calls taken") },
  {
    ...campaign,
    name: "campaign-calls-taken-inherited",
    url: ({ nouns }) => `/campaigns/${nouns.campaign}?tab=settings`,
    show: open("Calls taken"),
  },
  {
    name: "call-attestation-refused",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.notAttested}`,
    ready: /came with attestation C, and only A or B was accepted/,
  },
  {
    name: "target-barred",
    page: "TargetPage",
    url: ({ nouns }) => `/targets/${nouns.target}`,
    ready: "Bright Smile downtown",
    show: barTarget,
  },
  {
    name: "target-not-dialled",
    page: "TargetPage",
    url: ({ nouns }) => `/targets/${nouns.target}?tab=settings`,
    ready: "Phone number",
    show: async (page) => {
      await page.getByRole("textbox", { name: "Phone number" }).fill("+442079460142");
      await page.getByRole("button", { name: "Save target" }).click();
      await page.getByText(/United Kingdom is not among the countries/).waitFor();
    },
    complaint: /status of 400/,
  },
];
