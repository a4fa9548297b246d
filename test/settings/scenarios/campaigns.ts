import type { CallScript } from "@ccp/simulator";
import { verticals } from "@ccp/contract";
import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine, makeNumber } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, phones, type Stage, toWhom, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique, withoutSerials } from "#world/unique.ts";
import { campaignPayoutFields, payoutFields, seePayouts } from "./payouts.ts";
import { campaignRuleFields, ruleFields, seePick } from "./payout-rules.ts";
import { planField } from "./plans.ts";
import { repeatFields } from "./repeats.ts";
import { attestationFields } from "./screening.ts";
import { type Capped, cappedRevenue, seeFirst, toCapFields, toResetScenarios } from "./caps.ts";
import { type Field, type Noun, toFieldScenarios, toNameField } from "./writing.ts";

const busy = { kind: "busy" } as const;
const hangsUpEarly = { kind: "answer", afterSeconds: 1, talkSeconds: 5, hangsUp: "callee" } as const;
const silent = { kind: "no-answer" } as const;

/** What a call to the campaign comes to. */
const byCall =
  (tell: (story: Story) => unknown, script: CallScript = {}): Field["see"] =>
  async (stage, id) =>
    tell(await callNumber(stage, (await makeLine(stage, String(id))).number, script));

const tellWho = ({ rang }: Story): string[] => rang.map(({ phone }) => toWhom(phone));

const message = { kind: "message", text: "Come again." };
const voicemail = { kind: "voicemail", greeting: "Speak.", maxSeconds: 60 };

const nobodyIn = { farEnds: { [phones.front]: busy, [phones.back]: busy } };

/** By which of the verticals the list finds it. */
const seeVertical: Field["see"] = async ({ client }, id) => {
  const found: string[] = [];
  for (const { id: vertical } of verticals) {
    const { items } = await client.send("listCampaigns", { query: { vertical, limit: 200 } });
    if (items.some((item) => item.id === id)) found.push(vertical);
  }
  return found;
};

/** The calls of its day, an hour after one came in; where midnight came between, none. */
const seeDay: Field["see"] = async (stage, id) => {
  const { land, client } = stage;
  await callNumber(stage, (await makeLine(stage, String(id))).number);
  await land.until(Date.UTC(2026, 0, 5, 13, 1));
  const { items } = await client.send("listNounFigures", { query: { by: "campaign", ids: id } });
  return items.map(({ day, month }) => ({ day, month }));
};

/** Who rings, and what is earned, when the first target hangs up after 5 s of the 30 from which it pays. */
const seeRecovery: Field["see"] = async (stage, id) => {
  const { client, buyers, targets } = stage;
  const destination = { kind: "phone", address: phones.front };
  const revenue = {
    kind: "fixed",
    micros: "9000000",
    conversion: { kind: "length", seconds: 30, from: "connection" },
  };
  const body = { name: toUnique("Impatient"), buyerId: buyers.acme, destination, revenue };
  const { id: targetId } = await client.send("createTarget", { body });
  const rows = [{ targetId }, { targetId: targets.back, priority: 2 }];
  const { number } = await makeLine(stage, String(id), rows);
  const story = await callNumber(stage, number, { farEnds: { [phones.front]: hangsUpEarly } });
  return { rang: tellWho(story), earned: story.shown.money.revenueMicros };
};

/** The campaign asks one target, and whoever it does not offer to that reaches the front desk. */
const makeCampaignsLine: Capped["makeLineTo"] = async (stage, id) => {
  const { client, buyers, targets } = stage;
  const destination = { kind: "phone", address: phones.spare };
  const body = { name: toUnique("Desk"), buyerId: buyers.acme, destination, revenue: cappedRevenue };
  const { id: targetId } = await client.send("createTarget", { body });
  await client.send("updateCampaign", { params: { id }, body: { fallbackTargetId: targets.front } });
  return makeLine(stage, String(id), [{ targetId }]);
};

const capped: Capped = {
  makeLineTo: makeCampaignsLine,
  readCaps: async ({ client }, id) => (await client.send("getCampaignUsage", { params: { id } })).caps,
  phone: phones.spare,
};

const fields: Noun["fields"] = {
  name: toNameField(byCall(({ shown }) => shown.call.campaign?.name)),
  vertical: { values: verticals.map(({ id }) => id), see: seeVertical },
  country: {
    values: ["US", "GB"],
    see: async (stage, id) => {
      const national = stage.land.takeNumber().slice("+1".length);
      return (await makeNumber(stage, String(id), { number: national })).number.replace(national, "");
    },
  },
  timeZone: { values: ["America/New_York", "Pacific/Guadalcanal"], see: seeDay },
  status: { values: ["active", "paused"], see: byCall(tellWho) },
  ...toCapFields(capped),
  dialAttemptsMax: {
    values: [1, 2],
    see: byCall(tellWho, nobodyIn),
  },
  recoveryMax: {
    values: [null, 1],
    see: seeRecovery,
  },
  ringTimeoutSeconds: {
    values: [10, 30],
    see: byCall(({ rang }) => rang[0]?.ringSeconds, { farEnds: { [phones.front]: silent } }),
  },
  decisionTimeoutSeconds: {
    values: [null, 30],
    see: byCall(({ rang }) => rang.map(({ ringSeconds }) => ringSeconds), {
      farEnds: { [phones.front]: silent, [phones.back]: silent },
    }),
  },
  timeLimitSeconds: {
    values: [60, 90],
    see: byCall(({ rang }) => rang[0]?.talkSeconds, {
      farEnds: { [phones.front]: { kind: "answer", afterSeconds: 1, talkSeconds: 120, hangsUp: "callee" } },
    }),
  },
  recording: {
    values: ["off", "from-answer"],
    see: byCall(({ shown }) => shown.recordings.map(({ seconds }) => seconds)),
  },
  callerId: {
    values: ["caller", "number"],
    see: byCall(({ rang }) => rang[0]?.sawNumber === "+13105550199"),
  },
  apology: { values: ["Nobody is here.", "Call again."], see: byCall(({ heard }) => heard, nobodyIn) },
  ...campaignPayoutFields,
  ...campaignRuleFields,
  planId: planField,
  fallbackTargetId: {
    values: [null, "spare"],
    toChange: ({ targets }, value) => ({ fallbackTargetId: value === null ? null : targets.spare }),
    see: byCall(tellWho, nobodyIn),
  },
  fallbackAnswer: {
    values: [null, "voicemail"],
    toChange: (_, value) => ({ fallbackAnswer: value === null ? null : voicemail }),
    see: byCall(({ heard }) => heard, nobodyIn),
  },
  "fallbackAnswer.kind": {
    values: ["message", "voicemail"],
    toChange: (_, kind) => ({ fallbackAnswer: kind === "message" ? message : voicemail }),
    see: byCall(({ shown }) => shown.recordings.map(({ isVoicemail }) => isVoicemail), nobodyIn),
  },
  "fallbackAnswer<message>.text": {
    values: ["Come again.", "Go away."],
    toChange: (_, text) => ({ fallbackAnswer: { ...message, text } }),
    see: byCall(({ heard }) => heard, nobodyIn),
  },
  "fallbackAnswer<voicemail>.greeting": {
    values: ["Speak.", "Talk."],
    toChange: (_, greeting) => ({ fallbackAnswer: { ...voicemail, greeting } }),
    see: byCall(({ heard }) => heard, nobodyIn),
  },
  "fallbackAnswer<voicemail>.maxSeconds": {
    values: [10, 20],
    toChange: (_, maxSeconds) => ({ fallbackAnswer: { ...voicemail, maxSeconds } }),
    see: byCall(({ shown }) => shown.recordings.map(({ seconds }) => seconds), {
      ...nobodyIn,
      replies: [{ kind: "message", seconds: 40 }],
    }),
  },
  ...attestationFields,
  ...repeatFields,
};

const campaign: Noun = {
  operations: { create: "createCampaign", update: "updateCampaign", updateMany: "updateCampaigns" },
  base: () => ({ name: toUnique("Dentists"), vertical: "healthcare", apology: "Nobody is here." }),
  fields,
};

/** What the radio is paid by the campaign once its publishers' terms are these. */
const byPayouts =
  (
    stage: () => Promise<Stage>,
    toItems: (on: Stage, value: unknown) => readonly object[] | Promise<readonly object[]>,
    see: Field["see"] = seePayouts,
  ) =>
  async (value: unknown) => {
    const on = await stage();
    const id = await makeCampaign(on);
    await on.client.send("putCampaignPayouts", { params: { id }, body: { items: await toItems(on, value) } });
    return see(on, id);
  };

const ownTerms = { kind: "fixed", micros: "9000000", due: { kind: "connected" } };

const westerly = {
  all: [{ any: [{ tag: "InboundNumber:State", operator: "equals", value: "CA" }] }],
};

/** What a trial says of who calls, and of whose rules are asked. */
const toTrialScenarios = (stage: () => Promise<Stage>): Scenarios => ({
  "tryPayoutRules.body.from": {
    values: [null, "+12135550142"],
    play: async (from) => {
      const on = await stage();
      const id = await makeCampaign(on, {
        payoutRules: [{ name: "West", filter: westerly, payout: ownTerms }],
      });
      return seePick(on, id, from as string | null);
    },
  },
  "tryPayoutRules.body.publisherId": {
    values: ["radio", "press"],
    play: async (value) => {
      const on = await stage();
      const id = await makeCampaign(on);
      const items = [{ publisherId: on.publishers.radio, payout: ownTerms }];
      await on.client.send("putCampaignPayouts", { params: { id }, body: { items } });
      const body = { publisherId: on.publishers[value as keyof typeof on.publishers] };
      const { owner, payout } = await on.client.send("tryPayoutRules", { params: { id }, body });
      return { owner, payout };
    },
  },
});

const toPayoutScenarios = (stage: () => Promise<Stage>): Scenarios => {
  const path = "putCampaignPayouts.body.items[]";
  const byTerms = Object.entries(payoutFields).map(([field, { values, toPayout, see }]) => {
    const toItems = (on: Stage, value: unknown) =>
      Object.values(on.publishers).map((publisherId) => ({ publisherId, payout: toPayout(value) }));
    return [`${path}.${field}`, { values, play: byPayouts(stage, toItems, see) }] as const;
  });
  const byRules = Object.entries(ruleFields).map(([field, { values, toChange, see }]) => {
    const toItems = async (on: Stage, value: unknown) => {
      const change = await toChange?.(on, value);
      return Object.values(on.publishers).map((publisherId) => ({ publisherId, payout: null, ...change }));
    };
    return [`${path}.rules${field}`, { values, play: byPayouts(stage, toItems, see) }] as const;
  });
  return {
    ...Object.fromEntries(byTerms),
    ...Object.fromEntries(byRules),
    [`${path}.payout`]: {
      values: [null, "own"],
      play: byPayouts(stage, ({ publishers }, value) => [
        { publisherId: publishers.radio, payout: value === null ? null : ownTerms },
      ]),
    },
    ...toTrialScenarios(stage),
    [`${path}.publisherId`]: {
      values: ["radio", "press"],
      play: byPayouts(stage, ({ publishers }, value) => [
        { publisherId: publishers[value as keyof typeof publishers], payout: ownTerms },
      ]),
    },
    [`${path}.enabled`]: {
      values: [true, false],
      play: byPayouts(stage, ({ publishers }, enabled) => [
        { publisherId: publishers.radio, payout: ownTerms, enabled },
      ]),
    },
    "putCampaignPayouts.body.version": {
      values: [1, 7],
      play: async (version) => {
        const on = await stage();
        const id = await makeCampaign(on);
        const items = [{ publisherId: on.publishers.radio, payout: ownTerms }];
        const put = on.client.send("putCampaignPayouts", { params: { id }, body: { version, items } });
        await put.catch(() => undefined);
        return (await on.client.send("getCampaignPayouts", { params: { id } })).items.length;
      },
    },
  };
};

const listNames = async ({ client }: Stage): Promise<string[]> =>
  (await client.send("listCampaigns")).items.map(({ name }) => withoutSerials(name));

export const campaignScenarios = (land: Land): Scenarios => {
  const stage = shareStages(land);
  return {
    ...toFieldScenarios(land, campaign),
    ...toPayoutScenarios(stage),
    ...toResetScenarios(
      land,
      { update: "updateCampaign", reset: "resetCampaignCaps", make: (on) => makeCampaign(on), version: 3 },
      seeFirst(makeCampaignsLine),
    ),
    "updateCampaigns.body.items[].id": {
      values: ["first", "second"],
      play: async (value) => {
        const on = await openStage(land);
        const [first, second] = [await makeCampaign(on), await makeCampaign(on)];
        const items = [{ id: value === "first" ? first : second, patch: { apology: "Call again." } }];
        await on.client.send("updateCampaigns", { body: { items } });
        const { number } = await makeLine(on, first, []);
        return (await callNumber(on, number)).heard;
      },
    },
    "archiveCampaigns.body.ids[]": {
      values: ["Dentists", "Plumbers"],
      play: async (value) => {
        const on = await openStage(land);
        const made = {
          Dentists: await makeCampaign(on),
          Plumbers: await makeCampaign(on, { name: "Plumbers" }),
        };
        await on.client.send("archiveCampaigns", { body: { ids: [made[value as keyof typeof made]] } });
        return listNames(on);
      },
    },
    "cloneCampaign.body.name": {
      values: ["Dentists again", "Dentists west"],
      play: async (name) => {
        const on = await openStage(land);
        const id = await makeCampaign(on);
        await on.client.send("cloneCampaign", { params: { id }, body: { name } });
        return listNames(on);
      },
    },
  };
};
