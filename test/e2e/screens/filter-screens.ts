import type { Page } from "playwright-core";
import type { Client } from "@ccp/test-settings/world/client.ts";
import type { DemoWorld } from "#support/demo-world.ts";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

/** What is there to be filtered by, once it is made. */
export type FilterIds = Ids & { valueList: string; filtered: string };

const busy = { kind: "busy" } as const;

/** A target that takes some calls only, by a list among others, and a call that it did not take. */
export const makeFilter = async (api: Client, world: DemoWorld, ids: Ids): Promise<FilterIds> => {
  const list = await api.send("createValueList", {
    body: { name: "Callers of last year", text: "(202) 555-0143\n(202) 555-0144\n(202) 555-0145" },
  });
  await api.send("createValueList", { body: { name: "Zip codes of the south", text: "33101\n33102" } });
  const filter = {
    all: [
      {
        any: [
          { tag: "InboundNumber:AreaCode", operator: "equals-any", values: ["202", "212", "917"] },
          { tag: "InboundNumber:Number", operator: "in-list", listId: list.id },
        ],
      },
      { any: [{ tag: "Campaign:Id", operator: "equals", value: ids.nouns.campaign }] },
      { any: [{ tag: "InboundNumber:City", operator: "begins-with", value: "San ", isNot: true }] },
    ],
  };
  await api.send("updateTarget", { params: { id: ids.nouns.target }, body: { filter } });
  await world.untilFiltered(ids.nouns.target);
  const farEnds = { "+12125550111": busy, "+12125550112": busy, "+12125550113": busy };
  const testCall = await world.placeCall(
    { from: "+13035550153", to: "+12125550101", script: { farEnds } },
    45,
  );
  const { callId: filtered } = await api.send("getTestCall", { params: { id: testCall } });
  return { ...ids, valueList: list.id, filtered };
};

const lists = { page: "ValueListsPage", url: () => "/value-lists", ready: "Callers of last year" };

const showNoLists = async (page: Page): Promise<void> => {
  await page.route("**/api/v1/value-lists?*", (route) =>
    route.fulfill({ json: { items: [], nextCursor: null } }),
  );
  await page.reload();
  await page.getByText("No value lists yet").waitFor();
  await page.unrouteAll();
};

const findList = async (page: Page) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("last year");
  const found = page.getByRole("option", { name: "Callers of last year active" });
  await found.waitFor();
  return found;
};

/** Follows what the search finds, and searches again. */
const searchTwice = async (page: Page): Promise<void> => {
  await (await findList(page)).click();
  await page.getByText("Replace from a file").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Replace from a file").waitFor({ state: "detached" });
  await findList(page);
};

const settings = {
  page: "TargetPage",
  url: ({ nouns }: Ids) => `/targets/${nouns.target}?tab=settings`,
  ready: /^Matches \d+ of the last/,
};

/** Value lists, the rules of a target, and what they did to a call. */
export const filterScreens: readonly ScreenOf<FilterIds>[] = [
  { ...lists, name: "value-lists" },
  { ...lists, name: "value-lists-empty", show: showNoLists },
  {
    ...lists,
    name: "value-list-new",
    url: () => "/value-lists?form=new",
    ready: "Values, one a line",
    show: async (page) => {
      await page.getByRole("button", { name: "Make list" }).click();
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },
  {
    ...lists,
    name: "value-list-edit",
    url: ({ valueList }) => `/value-lists?form=edit-${valueList}`,
    ready: "Replace from a file",
  },
  { ...lists, name: "value-list-found", show: searchTwice },
  { ...settings, name: "target-filters" },
  {
    ...settings,
    name: "target-filters-closed",
    show: async (page) => {
      await page.getByRole("button", { name: /^Filters/ }).click();
      await page.getByText(/^Only when the caller's area code is/).waitFor();
    },
  },
  {
    ...settings,
    name: "target-filters-refused",
    show: async (page) => {
      await page.getByRole("button", { name: "Add an and rule" }).click();
      await page.getByRole("button", { name: "Save target" }).click();
      await page.getByText("Give a value.").waitFor();
    },
  },
  {
    ...settings,
    name: "target-filters-tags",
    show: async (page) => {
      await page.getByRole("combobox", { name: "Tag: Caller's area code" }).click();
      await page.getByRole("option", { name: /Caller's zip code/ }).waitFor();
    },
  },
  {
    name: "call-filtered",
    page: "CallPage",
    url: ({ filtered }) => `/calls/${filtered}`,
    ready: /was filtered out: the caller's area code is 303/,
  },
];
