import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

type Kind = {
  noun: keyof Ids["nouns"];
  /** What the console calls it, where that is something else. */
  word?: string;
  /** As its pages are called: CampaignListPage, CampaignPage. */
  page: string;
  path: string;
  /** What a list of the demonstration shows. */
  known: string;
  tabs: readonly string[];
};

const kinds: readonly Kind[] = [
  {
    noun: "campaign",
    page: "Campaign",
    path: "/campaigns",
    known: "Emergency dental",
    tabs: ["routing", "numbers", "settings", "history"],
  },
  {
    noun: "publisher",
    page: "Publisher",
    path: "/publishers",
    known: "Harbour Media",
    tabs: ["numbers", "payouts", "settings", "history"],
  },
  {
    noun: "number",
    page: "Number",
    path: "/numbers",
    known: "(212) 555-0101",
    tabs: ["settings", "history"],
  },
  {
    noun: "buyer",
    page: "Buyer",
    path: "/buyers",
    known: "Bright Smile Group",
    tabs: ["targets", "settings", "history"],
  },
  {
    noun: "target",
    page: "Target",
    path: "/targets",
    known: "Bright Smile downtown",
    tabs: ["settings", "hours", "history"],
  },
  {
    noun: "target-group",
    word: "group",
    page: "TargetGroup",
    path: "/target-groups",
    known: "Dental desks",
    tabs: ["used-by", "settings", "history"],
  },
  {
    noun: "plan",
    page: "Plan",
    path: "/plans",
    known: "Dental evenings",
    tabs: ["used-by", "versions", "settings", "history"],
  },
];

const missing: Partial<Record<Kind["noun"], string>> = { number: "999999", buyer: "999999" };
const missingId = "00000000-0000-4000-8000-000000000000";

const toKindScreens = ({ noun, word = noun, page, path, known, tabs }: Kind): ScreenOf<Ids>[] => {
  const list = { page: `${page}ListPage`, ready: known };
  const one = { page: `${page}Page`, url: ({ nouns }: Ids) => `${path}/${nouns[noun]}`, ready: known };
  return [
    { ...list, name: `${noun}s`, url: () => path },
    { ...list, name: `${noun}s-no-match`, url: () => `${path}?search=zzzz`, ready: /match these filters/ },
    { ...list, name: `${noun}-new`, url: () => `${path}?form=new`, ready: `New ${word}` },
    {
      ...list,
      name: `${noun}-clone`,
      url: ({ nouns }) => `${path}?form=clone-${nouns[noun]}`,
      ready: /copy of|are copied|Starts with/,
    },
    {
      ...one,
      name: `${noun}-missing`,
      url: () => `${path}/${missing[noun] ?? missingId}`,
      ready: `This account has no such ${word}`,
      complaint: /status of 404/,
    },
    { ...one, name: noun },
    ...tabs.map((tab) => ({
      ...one,
      name: `${noun}-${tab}`,
      url: (ids: Ids) => `${one.url(ids)}?tab=${tab}`,
    })),
  ];
};

/** Each kind of noun: its list, its forms, one of it with every tab. */
export const nounScreens: readonly ScreenOf<Ids>[] = [
  ...kinds.flatMap(toKindScreens),
  {
    name: "campaigns-selected",
    page: "CampaignListPage",
    url: () => "/campaigns",
    ready: "Emergency dental",
    show: async (page) => {
      const box = page.getByRole("checkbox", { name: "Select Emergency dental" });
      if (await box.isVisible()) await box.click();
    },
  },
  {
    name: "target-archive",
    page: "TargetPage",
    url: ({ nouns }) => `/targets/${nouns.target}`,
    ready: "Bright Smile downtown",
    show: async (page) => {
      await page.getByRole("button", { name: "Archive" }).click();
      await page.getByRole("list", { name: "Used by" }).waitFor();
    },
  },
  {
    name: "target-reset-counts",
    page: "TargetPage",
    url: ({ nouns }) => `/targets/${nouns.target}?tab=settings`,
    ready: "Bright Smile downtown",
    show: async (page) => {
      await page.getByRole("button", { name: "Reset counts" }).click();
      await page.getByRole("textbox", { name: "Reason" }).waitFor();
    },
  },
  {
    name: "target-caps-refused",
    page: "TargetPage",
    url: ({ nouns }) => `/targets/${nouns.target}?tab=settings`,
    ready: "Bright Smile downtown",
    show: async (page) => {
      await page.getByRole("textbox", { name: "Dialled calls an hour" }).fill("0");
      await page.getByRole("button", { name: "Save target" }).click();
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    name: "campaign-fallback",
    page: "CampaignPage",
    url: ({ nouns }) => `/campaigns/${nouns.campaign}?tab=settings`,
    ready: "Emergency dental",
    show: async (page) => {
      await page.getByRole("button", { name: /^Fallback/ }).click();
      await page.getByRole("radio", { name: "Voicemail" }).click();
      await page.getByRole("textbox", { name: "Greeting" }).waitFor();
    },
  },
  {
    name: "campaign-new-form",
    page: "CampaignListPage",
    url: () => "/campaigns?form=new",
    ready: "New campaign",
    show: async (page) => {
      await page.getByRole("button", { name: /^Legal/ }).click();
      await page.getByRole("button", { name: "Create campaign" }).waitFor();
    },
  },
  {
    name: "campaign-settings-payout",
    page: "CampaignPage",
    url: ({ agreedCampaign }) => `/campaigns/${agreedCampaign}?tab=settings`,
    ready: "Auto insurance quotes",
    show: async (page) => {
      await page.getByRole("button", { name: /^Payout/ }).click();
      await page.getByText(/^instead of/).waitFor();
    },
  },
  {
    name: "campaign-own-terms",
    page: "CampaignPage",
    url: ({ agreedCampaign }) => `/campaigns/${agreedCampaign}?tab=settings`,
    ready: "Auto insurance quotes",
    show: async (page) => {
      await page.getByRole("button", { name: /^Payout/ }).click();
      await page.getByRole("button", { name: "Change the terms of Harbour Media" }).click();
      await page.getByRole("dialog", { name: "Terms of Harbour Media" }).waitFor();
    },
  },
  {
    name: "campaign-own-terms-refused",
    page: "CampaignPage",
    url: ({ agreedCampaign }) => `/campaigns/${agreedCampaign}?tab=settings`,
    ready: "Auto insurance quotes",
    show: async (page) => {
      await page.getByRole("button", { name: /^Payout/ }).click();
      await page.getByRole("button", { name: "Change the terms of Harbour Media" }).click();
      await page.getByRole("textbox", { name: "Share" }).fill("101");
      await page.getByRole("textbox", { name: "At most" }).fill("1");
      await page.getByRole("button", { name: "Save terms" }).click();
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    name: "campaign-payout-rules",
    page: "CampaignPage",
    url: ({ ruledCampaign }) => `/campaigns/${ruledCampaign}?tab=settings`,
    ready: "Dental weekends",
    show: async (page) => {
      await page.getByRole("button", { name: /^Payout/ }).click();
      await page.getByRole("button", { name: "Change the rule Evenings" }).waitFor();
    },
  },
  {
    name: "campaign-payout-rule",
    page: "CampaignPage",
    url: ({ ruledCampaign }) => `/campaigns/${ruledCampaign}?tab=settings`,
    ready: "Dental weekends",
    show: async (page) => {
      await page.getByRole("button", { name: /^Payout/ }).click();
      await page.getByRole("button", { name: "Change the rule West coast" }).click();
      await page.getByRole("dialog", { name: "The rule West coast" }).waitFor();
    },
  },
  {
    name: "campaign-payout-rule-refused",
    page: "CampaignPage",
    url: ({ ruledCampaign }) => `/campaigns/${ruledCampaign}?tab=settings`,
    ready: "Dental weekends",
    show: async (page) => {
      await page.getByRole("button", { name: /^Payout/ }).click();
      await page.getByRole("button", { name: "Add a rule" }).first().click();
      await page.getByRole("button", { name: "Save rule" }).click();
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    name: "campaign-payout-trial",
    page: "CampaignPage",
    url: ({ ruledCampaign }) => `/campaigns/${ruledCampaign}?tab=settings`,
    ready: "Dental weekends",
    show: async (page) => {
      await page.getByRole("button", { name: /^Payout/ }).click();
      await page.getByRole("button", { name: "Which rule would pay now?" }).click();
      await page.getByRole("combobox", { name: "Publisher" }).click();
      await page.getByRole("option").first().click();
      await page.getByRole("button", { name: "Try" }).click();
      await page.getByRole("status").filter({ hasText: "Paid:" }).waitFor();
    },
  },
  {
    name: "campaign-settings-dialling",
    page: "CampaignPage",
    url: ({ nouns }) => `/campaigns/${nouns.campaign}?tab=settings`,
    ready: "Emergency dental",
    show: async (page) => {
      await page.getByRole("button", { name: /^Dialling/ }).click();
      await page.getByLabel("Revenue recovery").waitFor();
    },
  },
  {
    name: "target-settings-waits",
    page: "TargetPage",
    url: ({ nouns }) => `/targets/${nouns.target}?tab=settings`,
    ready: "Bright Smile downtown",
    show: async (page) => {
      await page.getByRole("radio", { name: /^Is dialled/ }).click();
      await page.getByRole("radio", { name: /^Has lasted for some time/ }).click();
      await page.getByRole("combobox", { name: "Counted from" }).click();
    },
  },
  {
    name: "target-settings-per-minute",
    page: "TargetPage",
    url: ({ pricedByLength }) => `/targets/${pricedByLength.perMinute}?tab=settings`,
    ready: "Steps",
  },
  {
    name: "target-settings-tiers",
    page: "TargetPage",
    url: ({ pricedByLength }) => `/targets/${pricedByLength.tiers}?tab=settings`,
    ready: "Add a tier",
  },
  {
    name: "target-settings-terms-closed",
    page: "TargetPage",
    url: ({ pricedByLength }) => `/targets/${pricedByLength.tiers}?tab=settings`,
    ready: "Add a tier",
    show: async (page) => {
      await page.getByRole("button", { name: /^Terms/ }).click();
      await page.getByText("$10.00 from 30 s, $30.00 from 90 s").waitFor();
    },
  },
  {
    name: "target-settings-tier-refused",
    page: "TargetPage",
    url: ({ pricedByLength }) => `/targets/${pricedByLength.tiers}?tab=settings`,
    ready: "Add a tier",
    show: async (page) => {
      await page.getByRole("group", { name: "Tier 2" }).getByLabel("From").fill("20");
      await page.getByRole("button", { name: "Save target" }).click();
      await page.getByText("Each tier begins later than the one before.").waitFor();
    },
  },
  {
    name: "target-new-refused",
    page: "TargetListPage",
    url: () => "/targets?form=new",
    ready: "New target",
    show: async (page) => {
      await page.getByRole("button", { name: "Create target" }).click();
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
];
