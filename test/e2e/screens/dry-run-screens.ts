import type { Page } from "playwright-core";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const tryDraft = (outcome: string | RegExp) => async (page: Page) => {
  await page.getByRole("button", { name: "Try on past calls" }).click();
  await page.getByText(outcome).first().waitFor();
};

const pastCalls = {
  page: "PlanPage",
  url: ({ tried }: Ids) => `/plans/${tried}?tab=past-calls`,
  ready: "How many of the last calls",
};

/** A draft on its way over past calls. */
export const dryRunScreens: readonly ScreenOf<Ids>[] = [
  { ...pastCalls, name: "plan-past-calls" },
  { ...pastCalls, name: "plan-past-calls-tried", show: tryDraft(/would have gone elsewhere/) },
  {
    ...pastCalls,
    name: "plan-past-calls-none",
    url: ({ drafted }) => `/plans/${drafted}?tab=past-calls`,
    show: tryDraft("No past calls"),
  },
  {
    ...pastCalls,
    name: "plan-past-calls-gone",
    url: ({ tried }) => `/plans/${tried}?tab=past-calls&run=11111111-1111-4111-8111-111111111111`,
    ready: /is not kept any more/,
    complaint: /404/,
  },
  {
    ...pastCalls,
    name: "plan-past-calls-no-draft",
    url: ({ nouns }) => `/plans/${nouns.plan}?tab=past-calls`,
    ready: "No draft to try",
  },
];
