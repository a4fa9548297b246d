import type { CallScript } from "@ccp/simulator";
import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique } from "#world/unique.ts";
import { capScenarios, toCapFields } from "./caps.ts";
import { filterTrialScenarios, toFilterFields } from "./filters.ts";
import { toHoursFields } from "./hours.ts";
import { toRevenueFields } from "./revenue.ts";
import { type Field, type Noun, toFieldScenarios, toNameField } from "./writing.ts";

const phone = "+12125550121";

/** A campaign that asks the target first, and the front desk when it does not take the call. */
const makeLineTo = async (stage: Stage, targetId: string) =>
  makeLine(stage, await makeCampaign(stage), [
    { targetId, priority: 1 },
    { targetId: stage.targets.front, priority: 2 },
  ]);

/** What a call that first asks the target comes to. */
const byCall =
  (tell: (story: Story) => unknown, script: CallScript = {}): Field["see"] =>
  async (stage, id) =>
    tell(await callNumber(stage, (await makeLineTo(stage, String(id))).number, script));

const tellWho = ({ rang }: Story): string[] => rang.map((each) => toWhom(each.phone));

const byWho = byCall(tellWho);

/** Whom it reaches, and why not the target. */
const byVerdict = byCall((story) => ({
  rang: tellWho(story),
  why: story.shown.decisions[0]?.candidates
    .filter(({ verdict }) => verdict === "refused")
    .map(({ sentence }) => sentence),
}));

const toPhone = (address: string) => ({ destination: { kind: "phone", address } });

const toSip = (address: string) => ({ destination: { kind: "sip", address } });

const seeTwoAtOnce: Field["see"] = async (stage, id) => {
  const { number: to } = await makeLineTo(stage, String(id));
  const stories = await stage.land.call([
    { to, account: stage },
    { to, account: stage },
  ]);
  return stories.map((story) => tellWho(story).join(", ")).toSorted((one, other) => one.localeCompare(other));
};

const byMoney = byCall(({ shown }) => shown.money);

const fields: Noun["fields"] = {
  buyerId: {
    values: ["acme", "bolt"],
    toChange: ({ buyers }, value) => ({ buyerId: buyers[value as keyof typeof buyers] }),
    see: byCall(({ shown }) => shown.call.buyer?.name),
  },
  name: toNameField(byCall(({ shown }) => shown.call.target?.name)),
  status: { values: ["active", "paused"], see: byWho },
  "destination.kind": {
    values: ["phone", "sip"],
    toChange: (_stage, kind) => (kind === "phone" ? toPhone(phone) : toSip("sip:desk@pbx.example.com")),
    see: byWho,
  },
  "destination<phone>.address": {
    values: ["(212) 555-0122", "(212) 555-0123"],
    toChange: (_stage, address) => toPhone(String(address)),
    see: byWho,
  },
  "destination<sip>.address": {
    values: ["sip:desk@pbx.example.com", "sip:sales@pbx.example.com"],
    toChange: (_stage, address) => toSip(String(address)),
    see: byWho,
  },
  concurrencyMax: { values: [null, 1], see: seeTwoAtOnce },
  ringTimeoutSeconds: {
    values: [null, 10],
    see: byCall(({ rang }) => rang[0]?.ringSeconds, { farEnds: { [phone]: { kind: "no-answer" } } }),
  },
  ...toRevenueFields(byMoney),
  ...toHoursFields(byVerdict),
  ...toCapFields(makeLineTo, phone),
  ...toFilterFields(makeLineTo),
};

const target: Noun = {
  operations: { create: "createTarget", update: "updateTarget", updateMany: "updateTargets" },
  base: ({ buyers }) => ({ name: toUnique("Desk"), buyerId: buyers.acme, ...toPhone(phone) }),
  fields,
};

export const targetScenarios = (land: Land): Scenarios => ({
  ...toFieldScenarios(land, target),
  ...capScenarios(land, makeLineTo),
  ...filterTrialScenarios(land),
  "updateTargets.body.items[].id": {
    values: ["front", "back"],
    play: async (value) => {
      const on = await openStage(land);
      const id = on.targets[value as keyof typeof on.targets];
      await on.client.send("updateTargets", { body: { items: [{ id, patch: { status: "paused" } }] } });
      return tellWho(await callNumber(on, (await makeLine(on, await makeCampaign(on))).number));
    },
  },
  "archiveTargets.body.ids[]": {
    values: ["front", "back"],
    play: async (value) => {
      const on = await openStage(land);
      const ids = [on.targets[value as keyof typeof on.targets]];
      await on.client.send("archiveTargets", { body: { ids } });
      return (await on.client.send("listTargets")).items.map(({ name }) => name);
    },
  },
});
