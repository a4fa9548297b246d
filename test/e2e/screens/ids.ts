import type { Client } from "@ccp/test-settings/world/client.ts";
import type { SceneName } from "#support/demo-calls.ts";
import type { furnishAgents } from "#support/furnish-agents.ts";
import { leaveWithoutBalance, type MoneyIds, settleMoney } from "#support/demo-money.ts";

type Noun = "campaign" | "publisher" | "number" | "buyer" | "target" | "target-group" | "plan";

type AgentIds = Awaited<ReturnType<typeof furnishAgents>>;

/** What the addresses of the screens name. */
export type Ids = {
  nouns: Record<Noun, string>;
  /** A campaign that goes by the same plan as another one. */
  sharing: string;
  /** A plan with a draft. */
  drafted: string;
  /** A plan with a draft by which calls have come and gone. */
  tried: string;
  /** An entry of the blocked callers. */
  blockedCaller: string;
  /** Of the targets whose revenue is not fixed. */
  pricedByLength: { perMinute: string; tiers: string };
  /** A buyer who pays in advance and has something left. */
  prepaidBuyer: string;
  /** Where a publisher has terms of its own. */
  agreedCampaign: string;
  /** One with payout rules. */
  ruledCampaign: string;
  /** A campaign with a demand of its own. */
  screened: string;
  /** Of adjustments and documents. */
  /** Of agents: the one who is signed in, another one, their group, and the plan that lists them. */
  agents: AgentIds;
  money: MoneyIds & {
    /** A buyer who pays in advance and has nothing left, and a campaign with targets of theirs. */
    outOfBalance: string;
    shortCampaign: string;
  };
  /** Of the calls. */
  calls: Record<SceneName, string>;
  /** Of the simulated calls behind them. */
  testCalls: Record<SceneName, string>;
};

const findId = (items: readonly { id: string | number; name: string }[], name: string): string => {
  const found = items.find((item) => item.name === name);
  if (found === undefined) throw new Error(`The demonstration has no ${name}.`);
  return String(found.id);
};

/** Has the plan of a campaign drafted the other way round. */
const draftReversed = async (api: Client, campaignId: string): Promise<string> => {
  const { plan } = await api.send("getCampaign", { params: { id: campaignId } });
  const { items } = await api.send("getPlanRows", { params: { id: plan.id } });
  const targets = items.toReversed().flatMap((row) => (row.kind === "target" ? row.target : []));
  const reversed = targets.map(({ id }, index) => ({ kind: "target", targetId: id, priority: index + 1 }));
  await api.send("putPlanDraft", { params: { id: plan.id }, body: { items: reversed } });
  return plan.id;
};

export const readIds = async (
  api: Client,
  { testCalls, agents }: Pick<Ids, "testCalls" | "agents">,
  now: number,
): Promise<Ids> => {
  const [campaigns, publishers, numbers, buyers, targets, groups, plans, blocked] = await Promise.all([
    api.send("listCampaigns"),
    api.send("listPublishers"),
    api.send("listNumbers"),
    api.send("listBuyers"),
    api.send("listTargets"),
    api.send("listTargetGroups"),
    api.send("listPlans"),
    api.send("listBlockedCallers"),
  ]);
  const calls = await Promise.all(
    Object.entries(testCalls).map(async ([name, id]) => {
      const { callId } = await api.send("getTestCall", { params: { id } });
      return [name, callId];
    }),
  );
  const callIds = Object.fromEntries(calls) as Ids["calls"];
  return {
    nouns: {
      campaign: findId(campaigns.items, "Emergency dental"),
      publisher: findId(publishers.items, "Harbour Media"),
      number: findId(
        numbers.items.map(({ id, label }) => ({ id, name: label })),
        "Dental, search ads",
      ),
      buyer: findId(buyers.items, "Bright Smile Group"),
      target: findId(targets.items, "Bright Smile downtown"),
      "target-group": findId(groups.items, "Dental desks"),
      plan: findId(plans.items, "Dental evenings"),
    },
    sharing: findId(campaigns.items, "Dental weekends"),
    drafted: findId(plans.items, "Dental trials"),
    tried: await draftReversed(api, findId(campaigns.items, "Auto insurance quotes")),
    blockedCaller: findId(
      blocked.items.map(({ id, value }) => ({ id, name: value })),
      "+12025550149",
    ),
    pricedByLength: {
      perMinute: findId(targets.items, "Family Dental front desk"),
      tiers: findId(targets.items, "Evergreen quotes"),
    },
    prepaidBuyer: findId(buyers.items, "Evergreen Insurance"),
    agreedCampaign: findId(campaigns.items, "Auto insurance quotes"),
    ruledCampaign: findId(campaigns.items, "Dental weekends"),
    screened: findId(campaigns.items, "Auto insurance quotes"),
    agents,
    money: {
      ...(await settleMoney(api, callIds, now)),
      outOfBalance: await leaveWithoutBalance(api, findId(buyers.items, "Reliable Home Repair")),
      shortCampaign: findId(campaigns.items, "Heating and cooling repair"),
    },
    calls: callIds,
    testCalls,
  };
};
