import type { Client } from "@ccp/test-settings/world/client.ts";
import type { SceneName } from "#support/demo-calls.ts";
import { type MoneyIds, settleMoney } from "#support/demo-money.ts";

type Noun = "campaign" | "publisher" | "number" | "buyer" | "target" | "target-group" | "plan";

/** What the addresses of the screens name. */
export type Ids = {
  nouns: Record<Noun, string>;
  /** A campaign that goes by the same plan as another one. */
  sharing: string;
  /** An entry of the blocked callers. */
  blockedCaller: string;
  /** Of the targets whose revenue is not fixed. */
  pricedByLength: { perMinute: string; tiers: string };
  /** Where a publisher has terms of its own. */
  agreedCampaign: string;
  /** A campaign with a demand of its own. */
  screened: string;
  /** Of adjustments and documents. */
  money: MoneyIds;
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

export const readIds = async (
  api: Client,
  testCalls: Record<SceneName, string>,
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
    blockedCaller: findId(
      blocked.items.map(({ id, value }) => ({ id, name: value })),
      "+12025550149",
    ),
    pricedByLength: {
      perMinute: findId(targets.items, "Family Dental front desk"),
      tiers: findId(targets.items, "Evergreen quotes"),
    },
    agreedCampaign: findId(campaigns.items, "Auto insurance quotes"),
    screened: findId(campaigns.items, "Auto insurance quotes"),
    money: await settleMoney(api, callIds, now),
    calls: callIds,
    testCalls,
  };
};
