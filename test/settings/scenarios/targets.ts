import type { CallScript } from "@ccp/simulator";
import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, phones, type Stage, toWhom, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique } from "#world/unique.ts";
import {
  type Capped,
  cappedRevenue,
  seeFirst,
  toCapFields,
  toResetScenarios,
  usageScenarios,
} from "./caps.ts";
import { filterTrialScenarios, toFilterFields } from "./filters.ts";
import { toHoursFields } from "./hours.ts";
import { seeThrice, toProtectionFields } from "./repeats.ts";
import { seeRevenues, seeShortCalls, talk, toRevenueFields } from "./revenue.ts";
import { toTrafficFields } from "./traffic.ts";
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

const makeAloneLine = async (stage: Stage, targetId: string) =>
  makeLine(stage, await makeCampaign(stage), [{ targetId }]);

/** The number of a line that asks the target first, whose terms no call of a minute meets. */
const toLongNumber = async (stage: Stage, targetId: string): Promise<string> => {
  const conversion = { kind: "length", seconds: 600, from: "connection" };
  const body = { revenue: { kind: "fixed", micros: "1000000", conversion } };
  await stage.client.send("updateTarget", { params: { id: targetId }, body });
  return (await makeLineTo(stage, targetId)).number;
};

const makeLineAfterFront = async (stage: Stage, targetId: string) =>
  makeLine(stage, await makeCampaign(stage), [
    { targetId: stage.targets.front, priority: 1 },
    { targetId, priority: 2 },
  ]);

/** What is owed for two calls once the first was reported as worth 1.00, and then something again as told. */
const byReports =
  (stage: () => Promise<Stage>, toSecond: (value: unknown, callIds: string[]) => object) =>
  async (value: unknown) => {
    const on = await stage();
    const revenue = { kind: "fixed", micros: "5000000", conversion: { kind: "webhook" } };
    const body = { name: toUnique("Desk"), buyerId: on.buyers.acme, ...toPhone(phone), revenue };
    const { id } = await on.client.send("createTarget", { body });
    const { number: to } = await makeAloneLine(on, id);
    const stories = await on.land.call([
      { to, account: on },
      { to, account: on },
    ]);
    const callIds = stories.map(({ shown }) => shown.call.id);
    const report = async (each: Record<string, unknown>): Promise<void> => {
      await on.client.send("reportConversion", { body: each }).catch(() => undefined);
      // Whoever makes a call waits until everything is booked.
      await on.land.call([{ to, account: on }]);
    };
    await report({ callId: callIds[0], idempotencyKey: "sale-1", micros: "1000000" });
    await report({ callId: callIds[0], idempotencyKey: "sale-2", ...toSecond(value, callIds) });
    const shown = callIds.map((id) => on.client.send("getCall", { params: { id } }));
    return (await Promise.all(shown)).map(({ money }) => money.revenueMicros);
  };

const toReportScenarios = (land: Land): Scenarios => {
  const stage = shareStages(land);
  return {
    "reportConversion.body.callId": {
      values: [0, 1],
      play: byReports(stage, (value, callIds) => ({ callId: callIds[Number(value)] })),
    },
    "reportConversion.body.idempotencyKey": {
      values: ["sale-1", "sale-2"],
      play: byReports(stage, (idempotencyKey) => ({ idempotencyKey, micros: "3000000" })),
    },
    "reportConversion.body.micros": {
      values: [null, "3000000"],
      play: byReports(stage, (micros) => ({ micros })),
    },
  };
};

const makeLineOf = (stage: Stage, id: string | number) => makeLineTo(stage, String(id));

const capped: Capped = {
  makeLineTo: makeLineOf,
  readCaps: async ({ client }, id) =>
    (await client.send("listTargetUsage", { query: { targetId: String(id) } })).items[0]?.caps ?? [],
  phone,
  beside: () => ({ revenue: cappedRevenue }),
};

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
  ...toRevenueFields({
    money: byCall(({ shown }) => shown.money),
    again: seeThrice(
      async (stage, id) => (await makeAloneLine(stage, id)).number,
      ({ shown }) => shown.money.revenueMicros,
    ),
    shortCalls: seeShortCalls(async (stage, id) => (await makeAloneLine(stage, id)).number, phone),
    afterWaits: seeRevenues(
      async (stage, id) => (await makeLineAfterFront(stage, id)).number,
      [
        { [phones.front]: { kind: "no-answer" }, [phone]: talk(60) },
        { [phones.front]: { kind: "busy" }, [phone]: talk(63) },
      ],
    ),
  }),
  ...toHoursFields(byVerdict),
  ...toCapFields(capped),
  ...toTrafficFields(makeLineOf),
  ...toFilterFields(makeLineTo),
  ...toProtectionFields(toLongNumber),
};

const target: Noun = {
  operations: { create: "createTarget", update: "updateTarget", updateMany: "updateTargets" },
  base: ({ buyers }) => ({ name: toUnique("Desk"), buyerId: buyers.acme, ...toPhone(phone) }),
  fields,
};

export const targetScenarios = (land: Land): Scenarios => ({
  ...toFieldScenarios(land, target),
  ...toResetScenarios(
    land,
    { update: "updateTarget", reset: "resetTargetCaps", make: async ({ targets }) => targets.spare },
    seeFirst(makeLineOf),
  ),
  ...usageScenarios(land),
  ...toReportScenarios(land),
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
