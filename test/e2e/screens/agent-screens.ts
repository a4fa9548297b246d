import type { Page } from "playwright-core";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const missingId = "00000000-0000-4000-8000-000000000000";

const list = { page: "AgentListPage", url: () => "/agents", ready: "Ann Archer" };

const one = {
  page: "AgentPage",
  url: ({ agents }: Ids) => `/agents/${agents.agent}`,
  ready: "Ann Archer",
};

const groups = { page: "AgentGroupListPage", url: () => "/agent-groups", ready: "Front office" };

const group = {
  page: "AgentGroupPage",
  url: ({ agents }: Ids) => `/agent-groups/${agents.agentGroup}`,
  ready: "Front office",
};

const plan = { page: "PlanPage", url: ({ agents }: Ids) => `/plans/${agents.plan}`, ready: "Front office" };

const showEmpty = (path: string, text: string) => async (page: Page) => {
  await page.route(`**/api/v1/${path}?*`, (route) =>
    route.fulfill({ json: { items: [], nextCursor: null } }),
  );
  await page.reload();
  await page.getByText(text).first().waitFor();
  await page.unrouteAll();
};

const toTabs = (of: typeof one, name: string, tabs: readonly string[]): ScreenOf<Ids>[] =>
  tabs.map((tab) => ({ ...of, name: `${name}-${tab}`, url: (ids) => `${of.url(ids)}?tab=${tab}` }));

/** Agents and their groups, how they stand, and plans that list them. */
export const agentScreens: readonly ScreenOf<Ids>[] = [
  { ...list, name: "agents" },
  { ...list, name: "agents-no-match", url: () => "/agents?search=zzzz", ready: /match these filters/ },
  { ...list, name: "agents-empty", show: showEmpty("agents", "No agents yet") },
  { ...list, name: "agent-new", url: () => "/agents?form=new", ready: "New agent" },
  {
    ...list,
    name: "agents-selected",
    show: async (page) => {
      const box = page.getByRole("checkbox", { name: "Select Ben Brook" });
      if (await box.isVisible()) await box.click();
    },
  },
  {
    ...one,
    name: "agent-missing",
    url: () => `/agents/${missingId}`,
    ready: "This account has no such agent",
    complaint: /status of 404/,
  },
  { ...one, name: "agent" },
  ...toTabs(one, "agent", ["settings", "history"]),
  {
    ...one,
    name: "agent-set-away",
    url: ({ agents }) => `/agents/${agents.other}`,
    ready: "Ben Brook",
    show: async (page) => {
      await page.getByRole("button", { name: "Set available" }).click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
  {
    ...one,
    name: "agent-own-menu",
    show: async (page) => {
      await page.getByRole("button", { name: "Your menu" }).click();
      await page.getByText("Taking calls as Ann Archer").waitFor();
    },
  },
  { ...groups, name: "agent-groups" },
  { ...groups, name: "agent-groups-empty", show: showEmpty("agent-groups", "No agent groups yet") },
  { ...groups, name: "agent-group-new", url: () => "/agent-groups?form=new", ready: "New agent group" },
  {
    ...group,
    name: "agent-group-missing",
    url: () => `/agent-groups/${missingId}`,
    ready: "This account has no such agent group",
    complaint: /status of 404/,
  },
  { ...group, name: "agent-group" },
  ...toTabs(group, "agent-group", ["used-by", "settings", "history"]),
  { ...plan, name: "plan-of-agents" },
  {
    ...plan,
    name: "plan-calls-of-agents",
    show: async (page) => {
      await page.getByRole("button", { name: "for Front office in this plan" }).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
];
