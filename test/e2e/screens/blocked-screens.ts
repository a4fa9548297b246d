import type { Page } from "playwright-core";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const list = { page: "BlockedCallersPage", url: () => "/blocked-callers", ready: "(202) 555-0149" };

/** The list as it is while nobody is blocked. */
const showEmpty = async (page: Page): Promise<void> => {
  await page.route("**/api/v1/blocked-callers?*", (route) =>
    route.fulfill({ json: { items: [], nextCursor: null } }),
  );
  await page.reload();
  await page.getByText("Nobody is blocked").waitFor();
  await page.unrouteAll();
};

/** Nothing of a list with two wrong lines is taken. */
const sendWrongLines = async (page: Page): Promise<void> => {
  await page.getByLabel("Callers, one a line").fill("+12025550151\ncall me\n+1900*\n900*");
  await page.getByRole("button", { name: "Add to the list" }).click();
  await page.getByText("2 lines are wrong; nothing was added.").waitFor();
};

/** Who is blocked, and the call of somebody who is. */
export const blockedScreens: readonly ScreenOf<Ids>[] = [
  { ...list, name: "blocked-callers" },
  { ...list, name: "blocked-callers-empty", show: showEmpty },
  {
    ...list,
    name: "blocked-callers-no-match",
    url: () => "/blocked-callers?search=zzzz",
    ready: /match these filters/,
  },
  {
    ...list,
    name: "blocked-callers-selected",
    show: async (page) => {
      const box = page.getByRole("checkbox", { name: "Select (202) 555-0149" });
      if (await box.isVisible()) await box.click();
    },
  },
  {
    ...list,
    name: "blocked-caller-new",
    url: () => "/blocked-callers?form=new",
    ready: "A blocked caller hears",
    show: async (page) => {
      await page.getByRole("combobox", { name: "Expires" }).click();
      await page.getByRole("option", { name: "On a date" }).click();
      await page.getByLabel("Expires on").waitFor();
    },
  },
  {
    ...list,
    name: "blocked-caller-edit",
    url: ({ blockedCaller }) => `/blocked-callers?form=edit-${blockedCaller}`,
    ready: "Blocked for all campaigns.",
  },
  {
    ...list,
    name: "blocked-callers-import",
    url: () => "/blocked-callers?form=import",
    ready: "Callers, one a line",
    show: sendWrongLines,
    complaint: /status of 400/,
  },
  {
    name: "call-blocked",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.blocked}`,
    ready: /number, \(202\) 555-0149, was blocked for the whole account: Spam/,
  },
  {
    name: "call-block",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.converted}`,
    ready: /^Went to Bright/,
    show: async (page) => {
      await page.getByRole("button", { name: "Block this caller" }).click();
      await page.getByText("A blocked caller hears").waitFor();
    },
  },
];
