import type { Page } from "playwright-core";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const plan = { page: "PlanPage", url: ({ nouns }: Ids) => `/plans/${nouns.plan}`, ready: "Dental desks" };

const drafted = {
  page: "PlanPage",
  url: ({ drafted: id }: Ids) => `/plans/${id}`,
  ready: /until it is published/,
};

const group = {
  page: "TargetGroupPage",
  url: ({ nouns }: Ids) => `/target-groups/${nouns["target-group"]}`,
  ready: "Family Dental front desk",
};

const showEmpty = (path: string, text: string) => async (page: Page) => {
  await page.route(`**/api/v1/${path}?*`, (route) =>
    route.fulfill({ json: { items: [], nextCursor: null } }),
  );
  await page.reload();
  await page.getByText(text).first().waitFor();
  await page.unrouteAll();
};

const openTerms = (name: string) => async (page: Page) => {
  await page
    .getByRole("button", { name: `for ${name} in this plan` })
    .first()
    .click();
  await page.getByRole("dialog").waitFor();
};

type Full = { kind: string; owner: { kind: string; name: string }; text: string; until: string | null };

/** A moment at which somebody's limit leaves no room for a call more. */
const fillRoom =
  (full: Full, isBound: (item: { groupId: string | null }) => boolean) => async (page: Page) => {
    await page.route("**/api/v1/plans/*/room*", async (route) => {
      const response = await route.fetch();
      const { at, items } = (await response.json()) as { at: string; items: { groupId: string | null }[] };
      const told = { ...full, timeZone: full.until === null ? null : "America/New_York" };
      const filled = items.map((item) => {
        if (!isBound(item)) return item;
        const group = item.groupId === null ? null : { inUse: 5, concurrencyMax: 5 };
        return { ...item, full: told, group };
      });
      await route.fulfill({ response, json: { at, items: filled } });
    });
    await page.reload();
    await page.getByText(full.text).first().waitFor();
    await page.unrouteAll();
  };

/** What plans and groups show beside their lists, forms and tabs. */
export const planScreens: readonly ScreenOf<Ids>[] = [
  {
    name: "plans-empty",
    page: "PlanListPage",
    url: () => "/plans",
    ready: "Dental evenings",
    show: showEmpty("plans", "No plans yet"),
  },
  {
    name: "target-groups-empty",
    page: "TargetGroupListPage",
    url: () => "/target-groups",
    ready: "Dental desks",
    show: showEmpty("target-groups", "No groups yet"),
  },
  { ...plan, name: "plan-terms-of-target", show: openTerms("Bright Smile downtown") },
  { ...plan, name: "plan-terms-of-group", show: openTerms("Dental desks") },
  {
    ...plan,
    name: "plan-terms-of-its-own",
    show: async (page) => {
      await openTerms("Bright Smile downtown")(page);
      await page
        .getByRole("group", { name: "Calls at once" })
        .getByRole("button", { name: "Set here" })
        .click();
      await page.getByRole("textbox", { name: "Calls at once" }).waitFor();
    },
  },
  {
    ...plan,
    name: "plan-group-full",
    show: fillRoom(
      {
        kind: "concurrency-full",
        owner: { kind: "target-group", name: "Dental desks" },
        text: "5 of 5 calls at once",
        until: null,
      },
      ({ groupId }) => groupId !== null,
    ),
  },
  {
    name: "campaign-routing-capped",
    page: "CampaignPage",
    url: ({ nouns }) => `/campaigns/${nouns.campaign}?tab=routing`,
    ready: /its strategy picks/,
    show: fillRoom(
      {
        kind: "cap-full",
        owner: { kind: "campaign", name: "Emergency dental" },
        text: "200 of 200 connected calls this day (America/New_York)",
        until: "2026-11-25T05:00:00.000Z",
      },
      () => true,
    ),
  },
  {
    ...plan,
    name: "plan-changed",
    show: async (page) => {
      await page.getByRole("combobox", { name: "Strategy of priority 2" }).click();
      await page.getByRole("option", { name: "Simultaneous" }).click();
    },
  },
  { ...drafted, name: "plan-draft" },
  {
    ...drafted,
    name: "plan-publish",
    show: async (page) => {
      await page.getByRole("button", { name: "Publish" }).click();
      await page.getByLabel("Note").fill("Spread the load");
      await page.getByRole("list", { name: "Changes" }).waitFor();
    },
  },
  {
    ...drafted,
    name: "plan-discard-draft",
    show: async (page) => {
      await page.getByRole("button", { name: "Discard the draft" }).click();
      await page.getByText("Discard the draft?").waitFor();
    },
  },
  {
    ...plan,
    name: "plan-expected-revenue",
    show: async (page) => {
      await page.getByRole("combobox", { name: "Strategy of priority 2" }).click();
      await page.getByRole("option", { name: "Best expected revenue" }).click();
      await page.getByRole("textbox", { name: "Calls of training of priority 2" }).fill("30");
    },
  },
  {
    ...plan,
    name: "plan-refused",
    show: async (page) => {
      await page.getByRole("textbox", { name: "Weight of Dental desks" }).fill("0");
      await page.getByRole("button", { name: "Save" }).click();
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...plan,
    name: "plan-versions-open",
    url: (ids) => `${plan.url(ids)}?tab=versions`,
    ready: "The group joins in",
    show: async (page) => {
      await page.getByRole("button", { name: "Show 3 rows" }).click();
      await page.getByRole("list", { name: "Rows of version 3" }).waitFor();
    },
  },
  {
    ...plan,
    name: "plan-restore",
    url: (ids) => `${plan.url(ids)}?tab=versions`,
    ready: "The group joins in",
    show: async (page) => {
      await page.getByRole("button", { name: "Restore" }).first().click();
      await page.getByText("Restore version 2?").waitFor();
    },
  },
  {
    ...plan,
    name: "plan-archive",
    show: async (page) => {
      await page.getByRole("button", { name: "Archive" }).click();
      await page.getByRole("list", { name: "Used by" }).waitFor();
    },
  },
  {
    ...group,
    name: "target-group-archive",
    show: async (page) => {
      await page.getByRole("button", { name: "Archive" }).click();
      await page.getByRole("list", { name: "Used by" }).waitFor();
    },
  },
  {
    name: "campaign-routing-shared",
    page: "CampaignPage",
    url: ({ sharing }) => `/campaigns/${sharing}?tab=routing`,
    ready: /also used by/,
  },
  {
    name: "campaign-choose-plan",
    page: "CampaignPage",
    url: ({ sharing }) => `/campaigns/${sharing}?tab=routing`,
    ready: /also used by/,
    show: async (page) => {
      await page.getByRole("button", { name: "Choose another plan" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
];
