import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const caller = "from=%28202%29+555-0142";

const campaign = {
  page: "CampaignPage",
  url: ({ nouns }: Ids) => `/campaigns/${nouns.campaign}?tab=test`,
  ready: "Where would a call go?",
};

/** What a call would come to that nobody makes. */
export const trialScreens: readonly ScreenOf<Ids>[] = [
  { ...campaign, name: "campaign-test" },
  {
    ...campaign,
    name: "campaign-test-decided",
    url: (ids) => `${campaign.url(ids)}&${caller}&draws=1000`,
    ready: /each over before the next comes/,
  },
  {
    ...campaign,
    name: "campaign-test-other-day",
    url: (ids) => `${campaign.url(ids)}&${caller}&when=2026-11-29T03:00&state=NV&attestation=B`,
    ready: /calls in progress are those of now/,
  },
  {
    name: "plan-test",
    page: "PlanPage",
    url: ({ nouns }) => `/plans/${nouns.plan}?tab=test&${caller}`,
    ready: "Where it would go",
  },
  {
    name: "plan-test-unused",
    page: "PlanPage",
    url: ({ drafted }) => `/plans/${drafted}?tab=test`,
    ready: "No campaign goes by it",
  },
  {
    name: "target-check-caller",
    page: "TargetPage",
    url: ({ nouns }) => `/targets/${nouns.target}?caller=%28202%29+555-0142`,
    ready: "It is active",
  },
];
