import { toDecision, type Decision } from "@ccp/contract";
import { attestations, tryAgain, type Trial } from "@ccp/engine";
import type { Scenario, Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine, type Line } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, phones, type Stage } from "#world/open-stage.ts";
import { toUnique } from "#world/unique.ts";

const nobody = "11111111-1111-4111-8111-111111111111";

/** What hardly a call has, so that the reason tells what the call had instead. */
const strange = {
  "InboundNumber:Number": "+12025550188",
  "InboundNumber:City": "Nowhere",
  "InboundNumber:State": "ZZ",
  "InboundNumber:Zip": "00000",
  "InboundNumber:CountryCode": "MX",
  "InboundNumber:IsAnonymous": "true",
  "InboundNumber:Attestation": "A",
  "DialedNumber:Number": "+12025550188",
  "Campaign:Id": nobody,
  "Publisher:Id": nobody,
  "Time:Date": "2001-01-01",
};

const filter = {
  all: [{ any: Object.entries(strange).map(([tag, value]) => ({ tag, operator: "equals", value })) }],
};

type Scene = { stage: Stage; line: Line; picky: string };

/** A target that takes nobody and tells why, before two that share the calls; its book is in force. */
const openScene = async (land: Land): Promise<Scene> => {
  const stage = await openStage(land);
  const { targets, buyers } = stage;
  const body = {
    name: toUnique("Picky"),
    buyerId: buyers.acme,
    destination: { kind: "phone", address: phones.spare },
    filter,
  };
  const { id: picky } = await stage.client.send("createTarget", { body });
  const campaignId = await makeCampaign(stage, { attestations: ["A", "B", "C", "none"] });
  const line = await makeLine(stage, campaignId, [
    { targetId: picky, priority: 1 },
    { targetId: targets.front, priority: 2 },
    { targetId: targets.back, priority: 2 },
  ]);
  const { plan } = await stage.client.send("getCampaign", { params: { id: campaignId } });
  const items = [{ kind: "target", targetId: targets.spare }];
  await stage.client.send("putPlanDraft", { params: { id: plan.id }, body: { items } });
  await callNumber(stage, line.number);
  return { stage, line, picky };
};

/** On a day of its own, so that no midnight comes in between. */
const base = { from: "(310) 555-0199", at: "2026-02-01T12:00:00Z" };

const tellDecision = ({ sentence, candidates }: Decision) => ({
  sentence,
  candidates: candidates.map((each) => `${each.verdict}: ${each.sentence}`),
});

type Play = (scene: Scene, change: Record<string, unknown>) => Promise<unknown>;

const byDecision: Play = async ({ stage, line }, change) => {
  const parts = { params: { id: line.campaignId }, body: { ...base, ...change } };
  return tellDecision((await stage.client.send("testDecision", parts)).decision);
};

const byFacts: Play = async ({ stage, line }, change) => {
  const parts = { params: { id: line.campaignId }, body: { ...base, ...change } };
  const facts = await stage.client.send("getCampaignFacts", parts);
  const trial = { ...facts, at: Date.parse(facts.at) } as unknown as Trial;
  return tellDecision(toDecision({ ...trial, decided: tryAgain(trial, trial.decided.seed) }));
};

const byCheck: Play = async ({ stage, picky }, change) => {
  const parts = { params: { id: picky }, body: { ...base, ...change } };
  const { takes, rules } = await stage.client.send("checkTarget", parts);
  return { takes, rules: rules.map(({ verdict, sentence }) => `${verdict}: ${sentence}`) };
};

type Values = { values: readonly unknown[]; toValue?: (scene: Scene, value: unknown) => unknown };

const ofPublisher: Values = {
  values: [null, "press", "radio"],
  toValue: ({ stage: { publishers } }, value) =>
    value === null ? null : publishers[value as keyof typeof publishers],
};

const shared: Record<string, Values> = {
  from: { values: ["(310) 555-0199", "(213) 555-0142", "anonymous"] },
  publisherId: ofPublisher,
  city: { values: [null, "Reno"] },
  state: { values: [null, "NV"] },
  zip: { values: [null, "89501"] },
  country: { values: [null, "CA"] },
  attestation: { values: attestations },
  at: { values: ["2026-03-01T12:00:00Z", null] },
};

const ofCampaign: Record<string, Values> = {
  ...shared,
  numberId: {
    values: [null, "the campaign's"],
    toValue: ({ line }, value) => (value === null ? null : line.numberId),
  },
  draft: { values: [true, false] },
  seed: { values: ["one", "six"] },
};

const ofTarget: Record<string, Values> = {
  ...shared,
  from: { values: ["(310) 555-0199", "anonymous", null] },
  attestation: { values: ["A", "B", "C", null] },
  campaignId: {
    values: [null, "the campaign"],
    toValue: ({ line }, value) => (value === null ? null : line.campaignId),
  },
};

/** What is asked about calls that nobody makes. */
export const trialScenarios = (land: Land): Scenarios => {
  const scene = land.share(() => openScene(land));
  const toScenarios = (operation: string, play: Play, fields: Record<string, Values>): [string, Scenario][] =>
    Object.entries(fields).map(([name, { values, toValue }]) => [
      `${operation}.body.${name}`,
      {
        values,
        play: async (value) => {
          const from = await scene();
          return play(from, { [name]: toValue === undefined ? value : toValue(from, value) });
        },
      },
    ]);
  return Object.fromEntries([
    ...toScenarios("testDecision", byDecision, ofCampaign),
    ...toScenarios("getCampaignFacts", byFacts, ofCampaign),
    ...toScenarios("checkTarget", byCheck, ofTarget),
  ]);
};
