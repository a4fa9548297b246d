import type { Client } from "@ccp/test-settings/world/client.ts";

const findId = async (api: Client, name: string): Promise<string> => {
  const { items } = await api.send("listTargets");
  const found = items.find((target) => target.name === name);
  if (found === undefined) throw new Error(`The demonstration has no target ${name}.`);
  return found.id;
};

const evenings = [{ from: "17:00", to: "22:00" }];

const hours = {
  weekly: {
    mon: evenings,
    tue: evenings,
    wed: evenings,
    thu: evenings,
    fri: evenings,
    sat: [],
    sun: [],
  },
  exceptions: [],
};

const payoutRules = [
  {
    name: "Evenings",
    hours,
    payout: { kind: "fixed", micros: "18000000", due: { kind: "length", seconds: 60 } },
  },
  {
    name: "West coast",
    enabled: false,
    filter: {
      all: [{ any: [{ tag: "InboundNumber:State", operator: "equals-any", values: ["CA", "OR", "WA"] }] }],
    },
    payout: {
      kind: "revenue-share",
      basisPoints: 4000,
      minMicros: "2000000",
      maxMicros: null,
      due: { kind: "converted" },
    },
  },
];

/** A group and a plan that two campaigns go by, and its versions, beside the demonstration's own. */
export const furnishPlans = async (api: Client): Promise<void> => {
  const front = await findId(api, "Family Dental front desk");
  const downtown = await findId(api, "Bright Smile downtown");
  const group = await api.send("createTargetGroup", {
    body: { name: "Dental desks", strategy: "longest-idle" },
  });
  await api.send("putTargetGroupMembers", {
    params: { id: group.id },
    body: { items: [{ targetId: front }, { targetId: downtown, enabled: false }] },
  });
  const plan = await api.send("createPlan", { body: { name: "Dental evenings" } });
  const params = { id: plan.id };
  const first = { kind: "target", targetId: downtown, weight: 3 };
  await api.send("putPlanRows", { params, body: { items: [first], note: "One desk to begin with" } });
  const revenue = {
    kind: "fixed",
    micros: "32000000",
    conversion: { kind: "length", seconds: 60, from: "connection" },
  };
  const items = [
    { ...first, revenue, hours },
    { kind: "group", groupId: group.id, ringTimeoutSeconds: 15 },
    { kind: "target", targetId: front, priority: 2 },
  ];
  const strategies = [{ priority: 1, strategy: "round-robin" }];
  await api.send("putPlanRows", { params, body: { items, strategies, note: "The group joins in" } });
  for (const name of ["Dental evenings", "Dental weekends"]) {
    const payouts = name === "Dental weekends" ? { payoutRules, payout: null } : {};
    await api.send("createCampaign", { body: { name, vertical: "healthcare", planId: plan.id, ...payouts } });
  }
  const trial = await api.send("clonePlan", { params, body: { name: "Dental trials" } });
  const changed = [
    { ...first, weight: 5 },
    ...items.slice(1),
    { kind: "target", targetId: front, priority: 3 },
  ];
  await api.send("putPlanDraft", { params: { id: trial.id }, body: { items: changed, strategies } });
};
